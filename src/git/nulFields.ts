/** The NUL-terminated records of a stream, each of `count` fields of UTF-8 text; an incomplete last record is dropped. */
export async function* nulRecords(chunks: AsyncIterable<Buffer>, count: number): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  let record: string[] = [];
  for await (const chunk of chunks) {
    const fields = (rest + decoder.decode(chunk, { stream: true })).split('\0');
    rest = fields.pop() ?? '';
    for (const field of fields) {
      record.push(field);
      if (record.length === count) {
        yield record;
        record = [];
      }
    }
  }
}
