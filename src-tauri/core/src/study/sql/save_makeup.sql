INSERT INTO study_makeup (session_id, member_id, made_up_on, material, proof)
VALUES (:session_id, :member_id, :made_up_on, :material, :proof)
ON CONFLICT (session_id, member_id) DO UPDATE SET
    made_up_on = excluded.made_up_on,
    material = excluded.material,
    proof = excluded.proof
