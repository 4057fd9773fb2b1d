interface Finding {
  readonly name: string;
  readonly severity: string;
  readonly range?: string;
}

export interface AuditVerdict {
  readonly passed: boolean;
  readonly lines: readonly string[];
}

const GRAVE: ReadonlySet<string> = new Set(['high', 'critical']);

/**
 * What `npm audit --json` said, judged for what is handed out. A registry that does not answer fails nothing and is never
 * called a pass: the line says that nothing was audited.
 * @param output what npm printed to stdout
 */
export function judgeAudit(output: string, shipped: ReadonlySet<string>): AuditVerdict {
  const findings = readFindings(output);
  if (findings === null) return { passed: true, lines: ['NOT AUDITED: the registry’s audit did not answer'] };
  const grave = findings.filter(({ severity }) => GRAVE.has(severity));
  const ours = grave.filter(({ name }) => shipped.has(name));
  const told = (kind: string) => (finding: Finding) =>
    `${kind}: ${finding.name} ${finding.range ?? ''} ${finding.severity}`;
  return {
    passed: ours.length === 0,
    lines: [
      ...ours.map(told('handed out')),
      ...grave.filter(({ name }) => !shipped.has(name)).map(told('tool only')),
      `${shipped.size} packages audited, ${ours.length} with a known hole of high severity or worse`,
    ],
  };
}

function readFindings(output: string): readonly Finding[] | null {
  try {
    const report = JSON.parse(output) as { vulnerabilities?: Record<string, Finding> };
    return report.vulnerabilities === undefined ? null : Object.values(report.vulnerabilities);
  } catch {
    return null;
  }
}
