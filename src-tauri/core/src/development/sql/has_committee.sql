SELECT has_committee FROM branch WHERE id = 1
