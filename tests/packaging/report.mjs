// Counts what held and what did not, and prints a line for each as it happens.

let passed = 0;
let failed = 0;

export function heading(text) {
  console.log(`\n-- ${text}`);
}

/** Runs one check; what it throws is the failure, what it returns is printed beside its name. True when it held. */
export async function check(name, run) {
  try {
    const note = await run();
    passed += 1;
    console.log(`ok    ${name}${note ? `: ${note}` : ''}`);
    return true;
  } catch (error) {
    failed += 1;
    console.log(`FAIL  ${name}: ${error?.message ?? error}`);
    return false;
  }
}

/** Enters verdicts that were reached elsewhere, such as in a browser: `{name, failure?}`. */
export async function enter(verdicts) {
  for (const { name, failure } of verdicts) {
    await check(name, () => {
      if (failure) throw new Error(failure);
    });
  }
}

export function equal(found, expected, what) {
  if (found === expected) return;
  const [a, b] = [String(found), String(expected)];
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const near = (text) => JSON.stringify(text.slice(Math.max(0, at - 40), at + 40));
  throw new Error(`${what} differs at character ${at}: found ${near(a)}, expected ${near(b)}`);
}

/** Prints the closing line; true when everything held. */
export function close() {
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0;
}
