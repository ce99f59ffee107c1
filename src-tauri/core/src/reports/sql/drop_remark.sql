DELETE FROM report_remark
WHERE period = :period AND rule IS :rule AND room = :room AND record IS :record AND due IS :due AND key = :key
