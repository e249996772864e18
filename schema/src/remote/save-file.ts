const keptMs = 60_000; // a browser that asks where to put the file still reads it then

/** Hands a text to the person as a file. */
export function saveFile(filename: string, text: string, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keptMs);
}
