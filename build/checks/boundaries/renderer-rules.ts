import type { IForbiddenRuleType } from 'dependency-cruiser';
import { allowOnly } from './allow-only.ts';

/** The double star of ARCHITECTURE.md section 3: who may know whom inside the page. */
export const rendererRules: readonly IForbiddenRuleType[] = [
  allowOnly('screens-use-the-page-rooms', 'A screen is put together from the rooms below it.', '^renderer/screens/', [
    '^shared/',
    '^renderer/(screens|state|components|scanning|camera|sound|problems|api|i18n)/',
  ]),
  {
    name: 'screens-do-not-know-each-other',
    comment: 'No screen imports another.',
    severity: 'error',
    from: { path: '^renderer/screens/([^/]+)/' },
    to: { path: '^renderer/screens/', pathNot: '^renderer/screens/$1/' },
  },
  allowOnly('state-uses-api', 'A store refetches through the client and knows no screen.', '^renderer/state/', [
    '^shared/',
    '^renderer/(state|api)/',
  ]),
  allowOnly('components-use-shared', 'A component is given everything it shows.', '^renderer/components/', [
    '^shared/',
    '^renderer/components/',
  ]),
  allowOnly('problems-speak', 'A problem is a sentence and an icon.', '^renderer/problems/', [
    '^shared/',
    '^renderer/(problems|components|i18n)/',
  ]),
  allowOnly(
    'page-rooms-below-are-leaves',
    'api, scanning, camera, sound, i18n and styles know neither each other nor what stands on them.',
    '^renderer/(api|scanning|camera|sound|i18n|styles)/',
    ['^shared/', '^renderer/$1/'],
  ),
];
