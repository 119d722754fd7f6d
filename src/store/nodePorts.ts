import { createHash, randomBytes } from 'node:crypto';
import type { Clock, Hash, Random } from '../core/ports/ports';

export const systemClock: Clock = { now: () => Date.now() };

export const systemRandom: Random = { bytes: (count) => randomBytes(count) };

export const systemHash: Hash = { sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex') };
