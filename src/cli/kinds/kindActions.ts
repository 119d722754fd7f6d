import type { KindAction } from './kindAction';

/** By the name of the kind and of the action; `add`, `list`, `show`, `edit` and `rm` every kind has. */
export const KIND_ACTIONS: Readonly<Record<string, Readonly<Record<string, KindAction>>>> = {
  feedback: {
    reply: {
      usage: 'reply ID TEXT',
      load: async () => (await import('./feedbackActions')).replyToFeedback,
    },
    accept: {
      usage: 'accept ID             makes the edit that it suggests',
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
};
