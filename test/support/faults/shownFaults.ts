import type { PlantedFault } from './plantedFaults';

/** What would change what people see, each with the tests that see it. */
export const SHOWN_FAULTS: readonly PlantedFault[] = [
  {
    name: 'fact left out of the rows of a tree',
    file: 'src/core/reports/goalFacts.ts',
    text: "    'due',\n    'priority',\n",
    replacement: "    'due',\n",
    tests: ['unit/whatIsShown'],
  },
  {
    name: 'word of all faces changed',
    file: 'src/core/reports/factText.ts',
    text: "'in flight on {0}'",
    replacement: "'under way on {0}'",
    tests: ['unit/whatIsShown'],
  },
  {
    name: 'state that a menu asks for not said',
    file: 'src/editor/tree/recordWords.ts',
    text: "awaitsAnswer(node) ? ['requested'] : []",
    replacement: "awaitsAnswer(node) ? [] : ['requested']",
    tests: ['unit/whatIsShown'],
  },
  {
    name: 'name of a person left out of the panel',
    file: 'src/core/reports/teamReport.ts',
    text: 'people.get(owner) ?? owner',
    replacement: 'owner',
    tests: ['unit/whatIsShown'],
  },
  {
    name: 'kind of a record that nothing is recorded of',
    file: 'src/core/model/milestone.ts',
    text: "    due: date({ label: 'Due' }),",
    replacement: "    due: date({ label: 'Due' }),\n    place: text({ label: 'Place' }),",
    tests: ['unit/whatIsShown'],
    grep: 'each field of milestones',
  },
  {
    name: 'form of the panel closed by what was saved before it was opened',
    file: 'src/webview/openForm.ts',
    text: 'id !== form.id || request <= form.openedAfter',
    replacement: 'id !== form.id',
    tests: ['unit/webview/openForm'],
  },
  {
    name: 'form of the panel closed by what another form saved',
    file: 'src/webview/openForm.ts',
    text: 'kind !== form.kind || id !== form.id || request',
    replacement: 'request',
    tests: ['unit/webview/openForm'],
  },
  {
    name: 'form of the panel closed over what was typed since it was sent',
    file: 'src/webview/openForm.ts',
    text: 'isSaved && request > form.typedAfter',
    replacement: 'isSaved',
    tests: ['unit/webview/openForm'],
  },
  {
    name: 'answer of the panel sent to a panel that was opened since',
    file: 'src/editor/teamPanel/teamPanel.ts',
    text: 'if (panel === this.panel) await panel.webview',
    replacement: 'await this.panel?.webview',
    tests: ['unit/editor/teamPanel/answers'],
  },
];
