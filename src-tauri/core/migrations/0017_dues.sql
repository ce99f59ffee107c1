-- 党费: what is owed follows from these bases and the rules; only what was agreed and what was paid is kept.
CREATE TABLE dues_base (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL REFERENCES member (id),
    kind TEXT NOT NULL CHECK (
        kind IN ('salary', 'yearly_salary') OR kind IN ('retired', 'fixed') OR kind IN ('farmer', 'reduced') OR kind = 'waived'
    ),
    from_month TEXT NOT NULL CHECK (length(from_month) = 7),
    to_month TEXT CHECK (length(to_month) = 7),
    -- Fen a month, of which a rate is taken; of a yearly salary fen a year.
    base_fen INTEGER CHECK (base_fen >= 0),
    -- Fen a month, where no rate gives them.
    monthly_fen INTEGER CHECK (monthly_fen >= 0),
    branch_agreed_on TEXT CHECK (length(branch_agreed_on) = 10),
    superior_agreed_on TEXT CHECK (length(superior_agreed_on) = 10),
    note TEXT NOT NULL
) STRICT;

CREATE INDEX dues_base_member ON dues_base (member_id, from_month);

CREATE TABLE dues_payment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    member_id INTEGER NOT NULL REFERENCES member (id),
    paid_on TEXT NOT NULL CHECK (length(paid_on) = 10),
    way TEXT NOT NULL CHECK (way IN ('cash', 'transfer') OR way IN ('wechat', 'alipay') OR way = 'other'),
    -- Who brought it, where that was somebody else.
    payer TEXT NOT NULL,
    received_by TEXT NOT NULL,
    receipt TEXT NOT NULL,
    -- As the statement of an account has it; one transaction is entered once.
    transaction_number TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE INDEX dues_payment_member ON dues_payment (member_id, paid_on);
CREATE INDEX dues_payment_transaction ON dues_payment (transaction_number) WHERE transaction_number <> '';

CREATE TABLE dues_payment_month (
    payment_id INTEGER NOT NULL REFERENCES dues_payment (id),
    month TEXT NOT NULL CHECK (length(month) = 7),
    fen INTEGER NOT NULL CHECK (fen > 0),
    PRIMARY KEY (payment_id, month)
) STRICT, WITHOUT ROWID;

CREATE INDEX dues_payment_month_month ON dues_payment_month (month);

-- 收支: handed up, come back, spent.
CREATE TABLE dues_ledger (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    booked_on TEXT NOT NULL CHECK (length(booked_on) = 10),
    kind TEXT NOT NULL CHECK (kind IN ('opening', 'handed_up') OR kind IN ('returned', 'other_income') OR kind = 'spent'),
    fen INTEGER NOT NULL CHECK (fen > 0),
    -- The months that were handed up.
    from_month TEXT CHECK (length(from_month) = 7),
    to_month TEXT CHECK (length(to_month) = 7),
    -- One of the five permitted uses.
    spent_for TEXT CHECK (
        spent_for IN ('training', 'materials') OR spent_for IN ('honours', 'hardship') OR spent_for = 'disaster'
    ),
    -- The meeting that decided.
    meeting_id INTEGER REFERENCES meeting (id),
    party TEXT NOT NULL,
    voucher TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE INDEX dues_ledger_day ON dues_ledger (booked_on);
CREATE INDEX dues_ledger_meeting ON dues_ledger (meeting_id);

-- 公布: once a year.
CREATE TABLE dues_publication (
    year INTEGER PRIMARY KEY,
    published_on TEXT NOT NULL CHECK (length(published_on) = 10),
    place TEXT NOT NULL CHECK (length(place) > 0),
    note TEXT NOT NULL
) STRICT;

-- Under which name somebody pays by telephone.
CREATE TABLE dues_alias (
    alias TEXT PRIMARY KEY CHECK (length(alias) > 0),
    member_id INTEGER NOT NULL REFERENCES member (id)
) STRICT, WITHOUT ROWID;
