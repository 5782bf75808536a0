// Air that comes in through the façade and through doors.

export const AIR_SOURCES = [
  { id: "air_leakage", title: "PNNL-18898, Infiltration Modeling Guidelines (Gowri and others 2009), by NREL/openstudio-standards", confidence: "low", note: "two of three figures read in the code that enters them; the eras are a judgement" },
  { id: "doors", title: "Handbook table of the air that enters with one person through an outside door", confidence: "low", note: "recalled, not read; open doorways are a judgement" },
];

export function buildAirLeakage({ bands, doors, handbook, passagesPerPersonHour }) {
  return {
    bands,
    doors: doors.map(({ handbook: ofHandbook, ...door }) => (ofHandbook ? { ...door, ...handbook } : door)),
    passagesPerPersonHour,
  };
}
