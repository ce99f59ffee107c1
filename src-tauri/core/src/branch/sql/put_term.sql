INSERT INTO branch_term (id, number, elected_on, years, postponed_to, ended_on, approval, note)
VALUES (:id, :number, :elected_on, :years, :postponed_to, :ended_on, :approval, :note)
ON CONFLICT (id) DO UPDATE SET
    number = excluded.number, elected_on = excluded.elected_on, years = excluded.years,
    postponed_to = excluded.postponed_to, ended_on = excluded.ended_on, approval = excluded.approval,
    note = excluded.note
