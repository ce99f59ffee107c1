// A made-up election for the fake core: three seats, four candidates, nine who vote.

import type * as t from '@/ipc/types'

const NAMES = ['丁一', '王二', '李四', '张三', '赵五', '钱六', '孙七', '周八', '吴九']
const people: t.ElectionPerson[] = NAMES.map((name, index) => ({ member: index + 1, name }))

const base: t.ElectionView = {
  election: {
    id: 1,
    meeting: 4,
    purpose: 'regular',
    post: 'committee_member',
    seats: 3,
    candidates: [1, 2, 3, 4],
    chief_scrutineer: '孙七',
    scrutineers: ['周八'],
    counters: ['吴九'],
  },
  title: '换届选举支部委员会委员',
  meeting_title: '十月支部党员大会',
  on: '2026-10-14',
  held: true,
  state: 'prepared',
  voters_expected: 9,
  voters_present: 9,
  candidates: people.slice(0, 4),
  eligible: people,
  candidates_needed: 4,
  before: '应到会有选举权的党员 9 名，须有 8 名以上到会方可选举（现到会 9 名，可以选举）。应选 3 名，候选人 4 名。',
  rounds: [],
  next: {
    number: 1,
    kind: 'first',
    again: false,
    seats: 3,
    candidates: people.slice(0, 4),
    before: '应选 3 名，候选人 4 名。赞成票超过实到会有选举权人数的半数，即 5 票以上，方可当选。',
  },
  elected: [],
  holders: [{ member: 5, name: '赵五', offices: ['secretary'], proposed: [] }],
  term: null,
  offices: [],
  approval: null,
  findings: [],
}

/** The election as it stands; tests set it back with `resetElection`. */
let election = structuredClone(base)
export const resetElection = (change: Partial<t.ElectionView> = {}) => {
  election = { ...structuredClone(base), ...change }
  return structuredClone(election)
}

const done = <T>(value: T): t.Done<T> => ({ value, changes: ['elections'], undo: '登记选举计票' })

/** Only what the pages show; the rules live in the core. */
function judged(round: t.ElectionRoundRequest): t.ElectionRoundView {
  const valid = round.collected - round.invalid
  const problems = round.candidates.flatMap((one, index) =>
    one.votes_for + one.votes_against + one.abstained > valid
      ? [{ field: `candidates.${index}.votes_for`, message: `多于有效票 ${valid} 张` }]
      : [],
  )
  const elected = round.candidates
    .filter((one) => one.votes_for * 2 > round.voters_present)
    .map((one) => people[one.member - 1]!)
  return {
    round,
    kind: 'first',
    seats: 3,
    valid_ballots: valid,
    stands: round.collected <= round.handed_out,
    votes_needed: 5,
    elected,
    tied: [],
    open_seats: 3 - elected.length,
    announcement: problems.length ? '' : `${elected.map((one) => one.name).join('、')}当选为支部委员会委员。`,
    problems,
    remarks: [],
  }
}

export const electionHandlers = {
  election_list: (query: t.ElectionQuery): t.ElectionRow[] =>
    query.meeting !== null && query.meeting !== 4
      ? []
      : [
          {
            id: 1,
            title: election.title,
            meeting: 4,
            meeting_title: election.meeting_title,
            on: election.on,
            seats: 3,
            elected: election.elected.map((one) => one.person.name),
            state: election.state,
          },
        ],
  election_get: () => election,
  election_save: (request: t.ElectionRequest) => done(Object.assign(election, { election: { ...request, id: 1 } })),
  election_delete: () => done(null),
  election_round_judge: judged,
  election_round_save: (round: t.ElectionRoundRequest) => {
    const view = judged({ ...round, number: 1 })
    const elected = view.elected.map((person) => ({ person, round: 1, votes: 9 }))
    return done(Object.assign(election, { rounds: [view], next: null, elected, state: 'decided' }))
  },
  election_round_delete: () => done(resetElection()),
  election_conclude: (request: t.ElectionConcludeRequest) =>
    done(Object.assign(election, { state: 'concluded', offices: request.offices })),
  election_approve: (request: t.ElectionApproveRequest) =>
    done(Object.assign(election, { approval: request.approval })),
}
