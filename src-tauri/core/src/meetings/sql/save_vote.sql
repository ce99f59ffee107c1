-- A new vote when :id is NULL, else the one that is there.
INSERT INTO meeting_vote (
    id, meeting_id, subject, motion, ballot, votes_for, votes_against, abstained, written_for, written_against,
    voting_expected, voting_present)
VALUES (
    :id, :meeting, :subject, :motion, :ballot, :votes_for, :votes_against, :abstained, :written_for, :written_against,
    :voting_expected, :voting_present)
ON CONFLICT (id) DO UPDATE SET
    subject = excluded.subject,
    motion = excluded.motion,
    ballot = excluded.ballot,
    votes_for = excluded.votes_for,
    votes_against = excluded.votes_against,
    abstained = excluded.abstained,
    written_for = excluded.written_for,
    written_against = excluded.written_against,
    voting_expected = excluded.voting_expected,
    voting_present = excluded.voting_present
