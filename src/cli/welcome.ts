import { demoAssessments, demoOrganizations } from './demo.ts';

/** What the terminal shows once the server answers. Its first line is what scripts wait for. */
export function welcome(port: number): string {
  const base = `http://localhost:${port}`;
  const links = demoAssessments.map((slug) => `${base}/t/demo-${slug}`);
  const members = demoOrganizations.flatMap((organization) =>
    organization.members.map(
      (member) => `${member.email.padEnd(27)} ${member.role}, ${organization.name}`,
    ),
  );
  return [
    `ready ${base}`,
    '',
    ...block('Candidates', links),
    ...block('Recruiters', [`${base}/sign-in`, ...members]),
    ...block('Mail', [`${base}/dev/mailbox  (every mail sent, sign-in links included)`]),
    ...block('API', [`${base}/api  (key demo-api-key-beta)`]),
    ...block('Gupy', [`http://localhost:${port + 1}  (a simulator)`]),
  ].join('\n');
}

function block(title: string, lines: string[]): string[] {
  return lines.map((line, index) => `  ${(index === 0 ? title : '').padEnd(12)}${line}`);
}
