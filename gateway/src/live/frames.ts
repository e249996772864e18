const text = 0x81; // the last (and only) frame of a text message
const tail = Buffer.from('}');

/**
 * `next` messages of graphql-transport-ws for one operation, back to back: one WebSocket frame each (RFC 6455, 5.2; a server does not mask).
 * The payloads were serialized once for everybody; only the operation's id differs.
 */
export function nextFrames(operationId: string, payloads: readonly Buffer[]): Buffer {
  const head = Buffer.from(`{"id":${JSON.stringify(operationId)},"type":"next","payload":`);
  const around = head.length + tail.length;
  let size = 0;
  for (const payload of payloads) size += headerSize(around + payload.length) + around + payload.length;
  const frames = Buffer.allocUnsafe(size);
  let at = 0;
  for (const payload of payloads) {
    at = writeHeader(frames, at, around + payload.length);
    at += head.copy(frames, at);
    at += payload.copy(frames, at);
    at += tail.copy(frames, at);
  }
  return frames;
}

function headerSize(length: number): number {
  return length < 126 ? 2 : length < 65_536 ? 4 : 10;
}

function writeHeader(frames: Buffer, at: number, length: number): number {
  frames[at] = text;
  if (length < 126) return frames.writeUInt8(length, at + 1);
  if (length < 65_536) return frames.writeUInt16BE(length, frames.writeUInt8(126, at + 1));
  return frames.writeBigUInt64BE(BigInt(length), frames.writeUInt8(127, at + 1));
}
