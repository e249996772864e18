/** Copies what a read-only field shows. Where the browser forbids the clipboard, the text is at least selected: false. */
export async function copyText(field: HTMLInputElement | null): Promise<boolean> {
  if (!field) return false;
  field.focus();
  field.select();
  return copyWords(field.value);
}

/** Copies a text. Where the browser forbids the clipboard: false. */
export async function copyWords(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false; // no permission, or no https
  }
}
