-- The comings and leavings that a transfer brought about.
SELECT id, direction, ended_on FROM transfer WHERE member_id = ?1 AND ended_how = 'accepted'
