INSERT INTO report_remark (period, rule, room, record, due, key, message, how, reason, said_on)
VALUES (:period, :rule, :room, :record, :due, :key, :message, :how, :reason, :said_on)
