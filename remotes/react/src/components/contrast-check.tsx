import { brandContrast, colourTyped, contrastIcon, contrastKind, cutRatio, settingsMessages } from '@jetbridge/schema';
import type { CSSProperties } from 'react';
import { Icon } from './icon.tsx';

const text = settingsMessages.contrast;

/** How a colour can be read on a light and a dark page, and what the product makes of it there. */
export function ContrastCheck({ code, colour }: { code: string; colour: string }) {
  const checks = brandContrast(colourTyped(colour));
  if (!checks) return null;
  return (
    <ul className="contrast" aria-label={text.label}>
      {checks.map(({ scheme, given, level, adapted, shown, text: upon }) => (
        <li
          key={scheme}
          className="branded contrast-scheme"
          data-scheme={scheme}
          style={{ '--brand': colourTyped(colour) } as CSSProperties}
        >
          <span className="cluster">
            <strong>{text.schemes[scheme]}</strong>
            <span className="chip code">{code}</span>
            <span className="badge" data-kind={contrastKind(level)}>
              <Icon name={contrastIcon(level)} />
              {text.ratio(cutRatio(given))}, {text.levels[level]}
            </span>
          </span>
          <span className="muted">{text.adapted[adapted](cutRatio(shown), cutRatio(upon))}</span>
        </li>
      ))}
    </ul>
  );
}
