/**
 * Yields the NUL-terminated records of a stream, each with `count` fields of UTF-8 text, as many at a time as have arrived. An
 * incomplete last record is dropped.
 */
export async function* nulRecords(
  chunks: AsyncIterable<Buffer>,
  count: number,
): AsyncGenerator<readonly (readonly string[])[]> {
  const decoder = new TextDecoder();
  let rest = '';
  let fields: string[] = [];
  for await (const chunk of chunks) {
    // Only new text is searched: a single field may be as long as many chunks.
    const texts = decoder.decode(chunk, { stream: true }).split('\0');
    texts[0] = rest + (texts[0] ?? '');
    rest = texts.pop() ?? '';
    fields = fields.concat(texts);
    const whole = Math.floor(fields.length / count);
    yield Array.from({ length: whole }, (_, index) => fields.slice(index * count, (index + 1) * count));
    fields = fields.slice(whole * count);
  }
}
