import type { Kind } from '../../core/model/kind';
import type { KindAction } from './kindShape';

/** Returns the actions that only this kind has, by name: the answers that it declares, and its special actions. */
export function actionsOfKind({ name, answers = {} }: Kind): Readonly<Record<string, KindAction>> {
  const declared = Object.entries(answers).map(([verb, answer]): [string, KindAction] => [
    verb,
    {
      usage: `${verb} ID     ${answer.help ?? ''}`.trimEnd(),
      load: async () => (await import('./answerActions')).answerAction(answer),
    },
  ]);
  return { ...Object.fromEntries(declared), ...KIND_ACTIONS[name] };
}

/** Special actions by the name of the kind and of the action; every kind also has `add`, `list`, `show`, `edit` and `rm`. */
const KIND_ACTIONS: Readonly<Record<string, Readonly<Record<string, KindAction>>>> = {
  template: {
    list: {
      usage: 'list [--json]         with those that are built in',
      load: async () => (await import('./templateActions')).listTemplates,
    },
    use: {
      usage: 'use NAME [--parent GOAL] [--owner PERSON] [--personal] [--dry-run]',
      load: async () => (await import('./templateActions')).useTemplate,
    },
    save: {
      usage: 'save GOAL [--title TEXT]   makes one of a goal and what stands below it',
      load: async () => (await import('./templateActions')).saveTemplate,
    },
  },
  feedback: {
    reply: {
      usage: 'reply ID TEXT',
      load: async () => (await import('./feedbackActions')).replyToFeedback,
    },
    accept: {
      usage: 'accept ID [--yes]     makes the edit that it suggests; says first whose signatures it needs again',
      load: async () => (await import('./feedbackActions')).acceptFeedback,
    },
    decline: {
      usage: 'decline ID --reason TEXT',
      load: async () => (await import('./feedbackActions')).declineFeedback,
    },
    resolve: {
      usage: 'resolve ID',
      load: async () => (await import('./feedbackActions')).resolveFeedback,
    },
    threads: {
      usage: 'threads [--of GOAL] [--open] [--json]   with replies, and how long they wait',
      load: async () => (await import('./feedbackActions')).listThreads,
    },
  },
  pact: {
    propose: {
      usage: 'propose ID                asks all parties to sign the terms as they stand',
      load: async () => (await import('./pactActions')).proposePact,
    },
    sign: {
      usage:
        'sign ID [--confidence 1-5] [--note TEXT] [--for PERSON]   shows the terms and signs them; --for as their proxy',
      load: async () => (await import('./pactActions')).signPact,
    },
    decline: {
      usage: 'decline ID --reason TEXT  says why you do not sign',
      load: async () => (await import('./pactActions')).declinePact,
    },
    amend: {
      usage:
        'amend ID --note TEXT [--affects TEXT] [--from DAY] [options]   new terms; the older ones stay in force until all have signed',
      load: async () => (await import('./pactActions')).amendPact,
    },
    close: {
      usage: 'close ID --kept [--reason TEXT] | --missed --learned TEXT | --dropped --reason TEXT',
      load: async () => (await import('./pactActions')).closePact,
    },
    status: {
      usage: 'status ID [--json]        terms, who has signed and who has not',
      load: async () => (await import('./pactActions')).pactStatus,
    },
    diff: {
      usage: 'diff ID                   what changed in the terms since you last signed or declined',
      load: async () => (await import('./pactActions')).pactDifference,
    },
  },
  relation: {
    accept: {
      usage: 'accept ID             the goal may serve the objective; its owner says so',
      load: async () => (await import('./relationActions')).acceptRelation,
    },
    decline: {
      usage: 'decline ID [--reason TEXT]',
      load: async () => (await import('./relationActions')).declineRelation,
    },
    map: {
      usage:
        'map [--json]          what serves what, what serves nothing; dependencies, conflicts, tensions and circles',
      load: async () => (await import('./relationActions')).showRelationMap,
    },
  },
  cycle: {
    close: {
      usage: `close ID [--score ID=0.7 …] [--carry-to CYCLE] [--keep ID …] [--drop ID …] [--learned ID=TEXT …]
           [--reason ID=TEXT …] [--yes]     shows score, ending and lesson of each objective and key result, and asks;
                                       what is no success is carried or missed`,
      load: async () => (await import('./cycleActions')).closeCycle,
    },
    reopen: {
      usage: 'reopen ID             every goal is again as it was before the cycle was closed',
      load: async () => (await import('./cycleActions')).reopenCycle,
    },
    report: {
      usage: 'report ID [--json | --markdown]',
      load: async () => (await import('./cycleActions')).reportCycle,
    },
  },
  review: {
    due: {
      usage: 'due [--json]     the reviews ahead: by the day the last one named, else by the cadence of its goal',
      load: async () => (await import('./reviewActions')).listReviewsDue,
    },
  },
  blocker: {
    clear: {
      usage: 'clear ID [--resolution TEXT]     says how it was cleared',
      load: async () => (await import('./blockerActions')).clearBlocker,
    },
    solve: {
      usage:
        'solve ID [--attendees PERSON,…] --action TEXT …     a meeting whose actions become goals; done, they clear it',
      load: async () => (await import('./blockerActions')).solveBlocker,
    },
  },
};
