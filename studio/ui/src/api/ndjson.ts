/**
 * Reads a stream of JSON values, one a line, and gives them in batches as they arrive:
 * a batch a chunk, so that a page renders once for hundreds of rows.
 */
export async function* batches(stream: ReadableStream<Uint8Array>): AsyncGenerator<unknown[]> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += decoder.decode(value, { stream: !done });
      const end = done ? rest.length : rest.lastIndexOf('\n') + 1;
      const batch = parsed(rest.slice(0, end));
      rest = rest.slice(end);
      if (batch.length) yield batch;
      if (done) return;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function parsed(text: string): unknown[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as unknown);
}
