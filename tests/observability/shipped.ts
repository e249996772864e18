import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const folder = join(root, 'infra/observability');
export const alertsFile = join(folder, 'alerts.yaml');

interface Alert {
  alert: string;
  expr: string;
  for: string;
  labels: { severity: string };
  annotations: { summary: string; runbook_url: string };
}

interface Board {
  title: string;
  panels: { title: string; targets: { expr: string }[] }[];
}

export const alerts = (parse(readFileSync(alertsFile, 'utf8')) as { groups: { rules: Alert[] }[] }).groups.flatMap(({ rules }) => rules);

export const boards = readdirSync(join(folder, 'dashboards')).map(
  (name) => JSON.parse(readFileSync(join(folder, 'dashboards', name), 'utf8')) as Board,
);

/** Every expression we ship, with where it stands. */
export const expressions: [where: string, expr: string][] = [
  ...alerts.map(({ alert, expr }): [string, string] => [alert, expr]),
  ...boards.flatMap(({ title, panels }) =>
    panels.flatMap((panel) => panel.targets.map(({ expr }): [string, string] => [`${title}, ${panel.title}`, expr])),
  ),
];

/** What is selected in an expression: metrics of ours, and the labels they are asked for. */
export function selectorsIn(expr: string): { name: string; labels: string[] }[] {
  return [...expr.matchAll(/\b(jetbridge_\w+)(?:\{([^}]*)\})?/g)].map(([, name, inside = '']) => ({
    name: name!,
    labels: [...inside.matchAll(/(\w+)\s*[=!]/g)].map(([, label]) => label!),
  }));
}

export const missing = (name: string) => `there is no ${name} here: it is in Debian's package prometheus`;
