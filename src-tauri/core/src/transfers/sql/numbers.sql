-- The branch's own letters and their numbers.
SELECT id, number FROM transfer WHERE direction = 'out' ORDER BY id
