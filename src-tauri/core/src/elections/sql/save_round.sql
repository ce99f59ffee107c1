INSERT INTO election_round (election_id, number, voters_expected, voters_present, handed_out, collected, invalid)
VALUES (:election, :number, :voters_expected, :voters_present, :handed_out, :collected, :invalid)
ON CONFLICT (election_id, number) DO UPDATE SET
    voters_expected = excluded.voters_expected,
    voters_present = excluded.voters_present,
    handed_out = excluded.handed_out,
    collected = excluded.collected,
    invalid = excluded.invalid
