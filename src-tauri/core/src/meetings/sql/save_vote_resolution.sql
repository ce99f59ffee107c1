INSERT INTO meeting_vote_resolution (vote_id, person, merits, faults, conclusion) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (vote_id) DO UPDATE SET
    person = excluded.person,
    merits = excluded.merits,
    faults = excluded.faults,
    conclusion = excluded.conclusion
