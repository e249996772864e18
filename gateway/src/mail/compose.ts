import type { Letter } from '@jetbridge/schema/storage';

/** What a mail says, before it is text and HTML. Everything is escaped here, so nothing has to be elsewhere. */
export interface Note {
  subject: string;
  paragraphs: readonly string[];
  /** The one thing to do. */
  action?: { label: string; url: string };
  /** What to do when it was not the reader who asked. */
  otherwise?: string;
}

/** Both forms say the same; the HTML is plain enough for any reader, screen readers included, and loads nothing. */
export function compose(to: string, { subject, paragraphs, action, otherwise }: Note, home: string): Letter {
  const text = [
    ...paragraphs,
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ...(otherwise ? [otherwise] : []),
    `Jetbridge, ${home}`,
  ].join('\n\n');
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${inHtml(subject)}</title>
</head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
<main style="max-width:36em;margin:0 auto">
<h1 style="font-size:20px;line-height:1.3;margin:0 0 16px">${inHtml(subject)}</h1>
${[
  ...paragraphs.map((paragraph) => `<p>${inHtml(paragraph)}</p>`),
  ...(action
    ? [
        `<p><a href="${inHtml(action.url)}" style="font-weight:600">${inHtml(action.label)}</a></p>`,
        `<p style="font-size:14px">Or open this address: <span style="word-break:break-all">${inHtml(action.url)}</span></p>`,
      ]
    : []),
  ...(otherwise ? [`<p>${inHtml(otherwise)}</p>`] : []),
  `<p style="font-size:14px">Jetbridge, ${inHtml(home)}</p>`,
].join('\n')}
</main>
</body>
</html>
`;
  return { to, subject, text, html };
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function inHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}
