import type { VersionContent } from './content.ts';

/**
 * The questions of one attempt: of each section its pool's share, drawn by the seed, in authored order.
 * Each section draws on its own, so that editing one never changes what another draws.
 */
export function drawQuestions(content: VersionContent, seed: string): string[] {
  return content.sections.flatMap(({ id, draw, questions }) => {
    const ids = questions.map((question) => question.id);
    if (draw === undefined || draw >= ids.length) return ids;
    const drawn = new Set(shuffled(ids, `${seed}/${id}`).slice(0, draw));
    return ids.filter((questionId) => drawn.has(questionId));
  });
}

/**
 * A copy in an order that the seed alone decides (Fisher–Yates, from the end).
 * Attempts keep their seed and not their order: this function must give the same order for ever, on
 * every engine. The golden test holds it. Give every list of an attempt a seed of its own
 * (`${attemptSeed}/${questionId}`), or equally long lists get the same permutation.
 */
export function shuffled<Item>(items: readonly Item[], seed: string): Item[] {
  const next = randomIntegers(seed);
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    // The bias of scaling 32 bits to at most 200 places is below one in ten million.
    const chosen = Math.floor((next() / 2 ** 32) * (last + 1));
    [result[last], result[chosen]] = [result[chosen]!, result[last]!];
  }
  return result;
}

/**
 * sfc32 (Chris Doty-Humphrey, PractRand): 32-bit integers only, so exact everywhere. Its state is four
 * MurmurHash3-style hashes of the seed's UTF-16 units (xmur3), and the first 15 outputs are dropped.
 * It is for fair drawing, not for secrets.
 */
function randomIntegers(seed: string): () => number {
  const hash = hashes(seed);
  let [a, b, c, counter] = [hash(), hash(), hash(), hash()];
  const next = () => {
    const output = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + output) | 0;
    return output >>> 0;
  };
  for (let round = 0; round < 15; round += 1) next();
  return next;
}

function hashes(seed: string): () => number {
  let hash = 1779033703 ^ seed.length;
  for (let index = 0; index < seed.length; index += 1) {
    hash = Math.imul(hash ^ seed.charCodeAt(index), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  return () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
    hash ^= hash >>> 16;
    return hash | 0;
  };
}
