import { canonicalJson } from '../../lib/canonical-json.ts';
import { sha256 } from '../../lib/secrets.ts';
import type { VersionContent } from '../questions/content.ts';

/** SHA-256, hex, of the content's canonical JSON: equal contents have equal hashes, whoever wrote them. */
export function contentHash(content: VersionContent): Promise<string> {
  return sha256(canonicalJson(content));
}
