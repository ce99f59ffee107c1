SELECT
    id, meeting_id, subject, motion, ballot, votes_for, votes_against, abstained, written_for, written_against,
    voting_expected, voting_present
FROM meeting_vote WHERE meeting_id = ? ORDER BY id
