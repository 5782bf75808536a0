// What the take-off asks of the rate book by size: item, variant, and the number that its price goes by.

const mm = (diameter) => diameter.toFixed(2);
/** Copper in mm² of a cable such as 5x2.5 or 2x5x150. */
const copper = (cable) => cable.split("x").map(Number).reduce((product, part) => product * part, 1);

const pair = (liquid, gas) => ["refrigerantPipe", `${mm(liquid)}x${mm(gas)}`, gas];
const sleeve = (diameter, thickness) => ["pipeInsulation", `${mm(diameter)}x${thickness}`, diameter];

function ofElectrical({ powerCable, controlCable, phases, breakerA }) {
  return [
    ["powerCable", powerCable, copper(powerCable)],
    ...(controlCable ? [["controlCable", controlCable, copper(controlCable)]] : []),
    ["circuitBreaker", `${phases}P${breakerA}`, breakerA * (phases === 3 ? 1.6 : 1)],
  ];
}

function ofPipes(liquidMm, gasMm, { liquidInsulationMm, gasInsulationMm }) {
  return [pair(liquidMm, gasMm), sleeve(liquidMm, liquidInsulationMm), sleeve(gasMm, gasInsulationMm)];
}

export function wantedRates({ families, products, waterPipes }) {
  const pipingOf = new Map(families.map((family) => [family.id, family.piping]));
  const wanted = families.flatMap(({ piping, refrigerant }) => [["refrigerant", refrigerant, 0], ...piping.pipes.flatMap((pipe) => ofPipes(pipe.liquidMm, pipe.gasMm, piping))]);
  for (const { nominalMm } of waterPipes) {
    wanted.push(["waterPipe", `DN${nominalMm}`, nominalMm], ["waterPipeInsulation", `DN${nominalMm}`, nominalMm]);
  }
  for (const diameter of [100, 125, 150, 200, 250, 315, 400]) wanted.push(["airDuct", `round${diameter}`, diameter]);
  for (const product of products) {
    if (product.electrical) wanted.push(...ofElectrical(product.electrical));
    if (product.piping) {
      wanted.push(...ofPipes(product.piping.liquidMm, product.piping.gasMm, product.piping), ["refrigerant", product.piping.refrigerant, 0], ["drainPipe", String(product.piping.drainMm), product.piping.drainMm]);
    }
    if (product.connection) {
      const { liquidMm, gasMm, drainMm } = product.connection;
      wanted.push(...ofPipes(liquidMm, gasMm, pipingOf.get(product.family)), ["drainPipe", String(drainMm), drainMm]);
    }
    if (product.kind === "fanCoil") wanted.push(["drainPipe", String(product.drainMm), product.drainMm]);
  }
  return wanted;
}
