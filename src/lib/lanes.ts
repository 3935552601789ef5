/** The platform allows six connections that wait for an answer; one stays free. */
const lanes = 5;

/** Works on every item, on a few at once, in their order. The first error ends it. */
export async function inLanes<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const waiting = items.values();
  const lane = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
}
