import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Manifest } from './chart.ts';

const file = fileURLToPath(new URL('rendered-objects.ts', import.meta.url)); // is never written

/**
 * Fields that the types of Kubernetes do not have. A cluster drops such a field with a warning at most, and the validators of
 * kubernetes-models let it pass: the compiler does not.
 */
export function misspelt(objects: Pick<Manifest, 'apiVersion' | 'kind' | 'metadata'>[]): string[] {
  const lines = objects.map(({ apiVersion, kind, ...rest }, index) => {
    const type = `import('kubernetes-models/${apiVersion}/${kind}').I${kind}`;
    return `const object${index}: ${type} = ${JSON.stringify({ apiVersion, kind, ...rest })};`;
  });
  const source = `${lines.join('\n')}\nexport {};`;
  const options: ts.CompilerOptions = {
    ...{ strict: true, noEmit: true, skipLibCheck: true, types: [] },
    ...{ target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, source, ts.ScriptTarget.ESNext) : getSourceFile(name, ...rest);
  host.fileExists = (name) => name === file || fileExists(name);
  const program = ts.createProgram([file], options, host);
  const found = [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics(program.getSourceFile(file))];
  return found.map(({ messageText, start = 0 }) => {
    const object = objects[source.slice(0, start).split('\n').length - 1]!;
    return `${object.kind} ${object.metadata.name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
