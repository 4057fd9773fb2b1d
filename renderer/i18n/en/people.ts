import type { MessageShape } from '../message-shape.ts';
import type { peopleZh } from '../zh-CN/people.ts';

export const peopleEn: MessageShape<typeof peopleZh> = {
  title: 'People',
  subtitle: 'Who may work here, what each may do, and their badges.',
  open: 'Open people',
  nudge:
    'Nobody is set up: whoever comes works as an admin, and nothing locks. With people set up, a badge or a PIN is needed.',
  some: '{{count}} people are set up and sign in to work here.',
  some_one: '1 person is set up and signs in to work here.',
  first:
    'The first person is an admin and is signed in at once. From then on this desk asks who you are. Keep the PIN in mind: only an admin can set a new one.',
  secondAdmin:
    'There is only one admin. Add a second: when an admin forgets the PIN, another admin sets a new one. Without one, the app has to be closed and the command operators reset-pin run on this computer.',
  add: 'Add',
  name: 'Name',
  role: 'Role',
  roleOf: 'Role of {{name}}',
  pin: 'PIN (6 to 12 digits)',
  pinAgain: 'PIN once more',
  pinsDiffer: 'They differ',
  printAll: 'Print all badges',
  badge: 'Print badge',
  newBadge: 'New badge number',
  newPin: 'New PIN',
  savePin: 'Save PIN',
  unlock: 'Unlock',
  deactivate: 'Deactivate',
  activate: 'Activate',
  inactive: 'Inactive',
  pins: { good: 'PIN in order', locked: 'PIN locked', spent: 'PIN ended: set a new one' },
  confirm: {
    back: 'Back',
    deactivate: {
      title: 'Deactivate {{name}}?',
      body: '{{name}} can no longer sign in from now on. The name stays on packages, and can be activated again any time.',
      yes: 'Deactivate {{name}}',
    },
    newBadge: {
      title: 'A new badge number for {{name}}?',
      body: 'The old badge is worth nothing from now on. Print the new one afterwards.',
      yes: 'Change the number',
    },
  },
  notAllowed: {
    title: 'People are looked after by supervisors and admins',
    text: 'To register somebody, deactivate somebody or set a PIN, have an admin sign in here with a PIN, and take over again afterwards. An admin who only showed a badge has to give the PIN too.',
    signIn: 'Somebody else signs in',
  },
  lockAfter: 'Lock after',
  lockHint: 'Dims after 3 minutes; the order stays.',
  minutes: 'min',
  badgeAlone: 'A badge alone',
  badgeAs: { 'as-packer': 'signs in as a packer', 'needs-pin': 'asks for the PIN too' },
};
