import assert from 'node:assert/strict';
import type { FileReading } from '../../src/core/document/fileReading';
import type { GoalDocument } from '../../src/core/document/goalDocument';
import type { Json, JsonObject } from '../../src/core/document/json';
import { parseGoalFile } from '../../src/core/document/parseGoalFile';
import type { Stamper } from '../../src/core/document/stamp';
import { createStamper } from '../../src/core/document/stamp';

export function readText(text: string): FileReading {
  return parseGoalFile(new TextEncoder().encode(text));
}

/** The document of a text that must be a healthy file. */
export function documentOf(text: string): GoalDocument {
  const reading = readText(text);
  assert.ok(reading.state === 'ok', `${JSON.stringify(reading).slice(0, 300)} of ${text.slice(0, 300)}`);
  return reading.document;
}

export function documentWith(records: Readonly<Record<string, Json>>, top: JsonObject = { version: 1 }): GoalDocument {
  return { top, records: new Map(Object.entries(records)) };
}

/** A valid stamp: minute `minute` of one day, so that larger numbers are later. */
export function stampAt(minute: number, replica = 'aaaa'): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `20261121T${two(Math.floor(minute / 60))}${two(minute % 60)}00000Z-0000-${replica}`;
}

/** A stamper whose clock stands at that minute of `stampAt`, or of the day that begins at `day`. */
export function stamperAt(minute: number, replica = 'aaaa', day = Date.UTC(2026, 10, 21)): Stamper {
  return createStamper({ now: () => day + minute * 60_000 }, replica);
}
