/** The page about what Gupy finds here. */
export const catalogue = {
  title: 'What Gupy finds here',
  lead: 'The assessments that show in the test step of jobs, and how Gupy knows your company.',
  tests: 'Assessments',
  testsNote:
    'Gupy sees those offered, each in its newest published version. Withdrawing one changes nothing for who is registered already.',
  noTests: 'No published assessment.',
  noCategory: 'no category',
  noLevel: 'no level',
  offered: 'offered',
  notOffered: 'not offered',
  offer: 'Offer',
  withdraw: 'Withdraw',
  company: 'Company id at Gupy',
  companyHint: 'Digits only. Gupy sends it as company_id, and it must be this one.',
  noCompany: 'Not given yet.',
  saveCompany: 'Save the id',
  hosts: 'Allowed addresses',
  hostsNote:
    "Results and candidates are sent to these domains only. The list is the installation's.",
  problems: {
    company: "Enter the company's id: digits only.",
    taken: 'Another organization uses this id already. Check the number.',
  },
  notices: {
    offered: 'Gupy finds this assessment now.',
    withdrawn: 'Gupy no longer finds this assessment.',
    company: 'Id saved.',
  },
  more: (n: number) => `Only the ${n} oldest are shown here.`,
};
