import type { CommandFiles } from './command';
import { inTitle, onRow } from './command';

/** Commands on records, answers and pacts, grouped by the file that runs them. */
export const RECORD_COMMANDS: CommandFiles = {
  recordCommands: {
    addRecord: { title: 'Add to a Goal or the Team', icon: 'add', menus: [onRow('1_open@5', ';goal;.*;team;')] },
    addReview: { title: 'Add Review', icon: 'history', menus: [onRow('1_open@6', ';goal;.*;team;')] },
    editRecord: {
      title: 'Edit Entry',
      icon: 'edit',
      menus: [
        onRow('1_open@3', ';goal;(objective|keyResult|pact|commitment);'),
        onRow('inline@1', ';record;'),
        onRow('1_open@1', ';record;'),
      ],
    },
    deleteRecord: { title: 'Delete Entry', icon: 'trash', menus: [onRow('9_delete@1', ';record;')] },
    showActivity: { title: 'Show Activity', icon: 'history', menus: [onRow('1_open@6', ';goal;')] },
  },
  checkInCommands: {
    checkIn: {
      title: 'Check In',
      icon: 'comment',
      menus: [onRow('2_work@7', ';goal;.*;open;(.*;)?team;')],
      keys: [{ key: 'ctrl+alt+h', mac: 'ctrl+alt+h' }],
    },
    copyStandUp: { title: 'Copy Stand-up Note' },
  },
  blockerCommands: {
    reportBlocker: { title: 'Report Blocker', icon: 'stop-circle', menus: [onRow('2_work@8', ';goal;.*;team;')] },
    clearBlocker: {
      title: 'Clear Blocker',
      icon: 'pass',
      menus: [onRow('inline@0', ';openBlocker;'), onRow('2_work@9', ';(openBlocker|blocked);')],
    },
    solveTogether: {
      title: 'Solve Together…',
      icon: 'comment-discussion',
      menus: [onRow('2_work@10', ';(openBlocker|blocked);'), onRow('1_open@1', ';blocker;', { views: 'waiting' })],
    },
  },
  answerCommands: {
    reachMilestone: {
      title: 'Milestone Reached',
      icon: 'pass',
      menus: [onRow('inline@0', ';milestone;ahead;'), onRow('2_answer@1', ';milestone;ahead;')],
    },
    grantResource: {
      title: 'Grant Resource',
      icon: 'check',
      menus: [onRow('inline@0', ';resource;requested;'), onRow('2_answer@1', ';resource;requested;')],
    },
    declineResource: { title: 'Decline Resource', icon: 'close', menus: [onRow('2_answer@2', ';resource;requested;')] },
  },
  okrCommands: {
    updateMeasure: {
      title: 'Update Measure',
      icon: 'graph-line',
      menus: [
        onRow('inline@1', ';measured;'),
        onRow('2_work@6', ';measured;'),
        onRow('inline@0', ';record;kpi;'),
        onRow('1_open@0', ';record;kpi;'),
      ],
    },
    alignGoal: {
      title: 'Align with an Objective',
      icon: 'git-merge',
      menus: [onRow('3_tree@3', ';goal;.*;team;'), onRow('inline@0', ';unaligned;', { views: 'team' })],
    },
    acceptRelation: {
      title: 'Accept Relation',
      icon: 'check',
      menus: [onRow('2_answer@1', ';record;relation;asked;'), onRow('inline@2', ';record;relation;asked;')],
    },
    declineRelation: {
      title: 'Decline Relation',
      icon: 'close',
      menus: [onRow('2_answer@2', ';record;relation;asked;')],
    },
  },
  cycleCommands: {
    closeCycle: { title: 'Close Cycle', icon: 'calendar' },
    reopenCycle: { title: 'Reopen Cycle', icon: 'discard' },
    showCycleReport: { title: 'Show Cycle Report', icon: 'output' },
  },
  feedbackCommands: {
    giveFeedback: { title: 'Give Feedback…', icon: 'comment-unresolved', menus: [onRow('1_open@7', ';goal;.*;team;')] },
    giveAdvice: { title: 'Give Advice…', icon: 'comment', menus: [onRow('1_open@7.1', ';mentored;')] },
    acceptFeedback: {
      title: 'Accept Suggestion',
      icon: 'check',
      menus: [
        onRow('inline@2', ';feedback;suggestion;.*;answer;'),
        onRow('2_answer@1', ';feedback;suggestion;.*;answer;'),
      ],
    },
    declineFeedback: { title: 'Decline…', icon: 'close', menus: [onRow('2_answer@2', ';feedback;.*;answer;')] },
    replyToFeedback: {
      title: 'Reply…',
      icon: 'reply',
      menus: [onRow('inline@3', ';feedback;'), onRow('2_answer@3', ';feedback;')],
    },
    answerFeedback: { title: 'Answer Feedback…', icon: 'comment-unresolved' },
    resolveFeedback: {
      title: 'Resolve',
      icon: 'pass',
      menus: [onRow('inline@4', ';feedback;(?!suggestion;).*;resolve;'), onRow('2_answer@4', ';feedback;.*;resolve;')],
    },
  },
  kudosCommands: {
    giveKudos: {
      title: 'Give Kudos…',
      icon: 'heart',
      menus: [onRow('1_open@8', ';(goal;.*;team|commit|check-in|milestone);')],
    },
    showWins: {
      title: 'Show Wins This Week',
      icon: 'star',
      menus: [inTitle('2_view@0', 'team', 'microGoals.teamState == ok')],
    },
  },
  growthCommands: {
    showSkills: { title: 'Show Skills', icon: 'mortar-board' },
    chooseMentor: { title: 'Choose Mentor…', icon: 'mortar-board', menus: [onRow('1_open@7.2', ';goal;')] },
  },
  lessonCommands: {
    searchLessons: { title: 'Search Lessons…', icon: 'lightbulb' },
  },
  pactCommands: {
    proposePact: { title: 'Propose Pact', menus: [onRow('3_pact@1', ';draftPact;')] },
    declinePact: { title: 'Decline to Sign…', menus: [onRow('3_pact@2', ';sign;')] },
    amendPact: { title: 'Amend Pact…', menus: [onRow('3_pact@3', ';openPact;')] },
    closePact: { title: 'Close Pact…', menus: [onRow('3_pact@4', ';(draftPact|openPact);')] },
    showTerms: { title: 'Show the Terms', icon: 'book', menus: [onRow('3_pact@5', ';goal;pact;')] },
  },
  signCommand: {
    signPact: { title: 'Sign Pact', icon: 'pencil', menus: [onRow('inline@0', ';sign;'), onRow('3_pact@1', ';sign;')] },
    signForOther: { title: 'Sign for Someone Else…', menus: [onRow('3_pact@2', ';openPact;')] },
  },
};
