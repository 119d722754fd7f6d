/** An outline that a team starts from; its grammar is that of `planTemplate`. */
export interface GoalTemplate {
  /** Name on the command line. */
  readonly name: string;
  readonly title: string;
  readonly outline: string;
}

/** Worked examples with measures, questions for the check-ins, and KPIs where speed could cost something. */
export const BUILT_IN_TEMPLATES: readonly GoalTemplate[] = [
  {
    name: 'deployment-frequency',
    title: 'Deploy more often',
    outline: `- Pact: Deploy on every working day #delivery
  - Why: Small changes are easier to check, and to take back.
  - Measure: Deployments to production a week, as the pipeline counts them
  - Metric: 1 → 5 deployments
  - Check-ins: weekly
  - Question: What kept us from deploying yesterday?
  - KPI: Deployments that had to be taken back ≤ 15 %
  - Milestone: The first deployment that needs no meeting
  - Commitment: Turn the steps of a deployment into one script
  - Commitment: Keep the main branch ready to be released
  - Measure how long a change waits from merge to production
  - Put unfinished work behind a switch`,
  },
  {
    name: 'security-training',
    title: 'Security training, threat detection and compliance',
    outline: `- Objective: Everybody here notices an attack and knows what to do #ops
  - Why: Most incidents begin with something that somebody could have seen.
  - Key result: Everybody has finished the security training
    - Metric: 0 → 100 %
  - Key result: Threats are detected sooner
    - Metric: 72 → 4 hours
    - KPI: False alarms ≤ 10 a week
  - Key result: The controls of our standard are met and recorded
    - Metric: 60 → 100 %
  - Pact: We keep an hour a week for security
    - Measure: Hours held, out of hours planned
    - Check-ins: weekly
    - Question: What did we learn that others should know?
    - Commitment: Prepare one exercise a month
    - Commitment: Read the alerts of the week, and say which were noise`,
  },
  {
    name: 'cloud-cost',
    title: 'Cloud cost, with an eye on performance',
    outline: `- Objective: We pay for what we use, and users notice nothing #ops
  - Why: The bill grows faster than the traffic.
  - Key result: Cost for each thousand requests is down
    - Metric: 100 → 70 %
    - Check-ins: fortnightly
    - Question: Which change saved something, and what did it cost elsewhere?
    - KPI: Response time of the slowest in a hundred ≤ 400 ms
    - KPI: Availability ≥ 99.9 %
  - Tag each resource with the team that runs it
  - Turn off at night what nobody uses at night
  - Choose the sizes by a month of measurements`,
  },
  {
    name: 'mentorship',
    title: 'Mentorship programme',
    outline: `- Pact: Mentor and mentee meet, and the mentee decides what about #growth
  - Why: One hour with somebody who has been there saves weeks.
  - Measure: Meetings held, out of meetings planned
  - Check-ins: fortnightly
  - Question: What did you try since the last time, and what came of it?
  - Milestone: Agree on what the mentee wants to be able to do
  - Milestone: The mentee does it alone
  - Commitment: Mentor: keep an hour every two weeks
  - Commitment: Mentee: bring one question each time
  - Look back after three months: go on, change, or end well`,
  },
  {
    name: 'cross-functional-meeting',
    title: 'Cross-functional meeting',
    outline: `- Hold a meeting with design, product and operations #delivery
  - Name the one question that the meeting shall answer
  - Invite one person of each group, and say why them
  - Send the facts two days before
  - Hold it in an hour, with somebody who leads and somebody who writes
  - Turn each decision into a goal with an owner
  - Ask after two weeks what came of it`,
  },
  {
    name: 'self-directed-learning',
    title: 'Self-directed learning',
    outline: `- Learn something of my own choice #growth
  - Why: What I choose myself I keep.
  - Measure: I have built something small with it, and shown it
  - Question: What can I do now that I could not do before?
  - Write down what I can do now and what I want to be able to do
  - Choose one source, and the hours for it
  - Build something small with it
  - Show it to one person, and ask what is unclear`,
  },
  {
    name: 'efficiency',
    title: 'Efficiency goal',
    outline: `- Make something we do every week take less time #ops
  - Measure: Minutes that it takes, measured before and after
  - Measure it for a week
  - Find the step that takes longest
  - Change that step only
  - Measure again, and keep the change or take it back`,
  },
  {
    name: 'innovation',
    title: 'Innovation goal',
    outline: `- Find out whether an idea is worth building #delivery
  - Measure: A decision to build or to drop, with its reason
  - Write down what would have to be true
  - Try the riskiest part in two days at most
  - Show it to three people who would use it
  - Decide: build, change or drop`,
  },
  {
    name: 'skill',
    title: 'Skill goal',
    outline: `- Learn a skill that the team needs #growth
  - Measure: Self-assessment from 1 to 5, now and in three months
  - Assess where I am and where I want to be
  - Work beside somebody who can do it
  - Do a real task with help
  - Do a real task alone
  - Explain it to somebody else`,
  },
];
