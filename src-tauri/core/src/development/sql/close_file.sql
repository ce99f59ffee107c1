UPDATE development_file SET closed_on = :on, closed_how = :how, closed_reason = :reason WHERE id = :id
