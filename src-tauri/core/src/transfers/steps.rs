//! A transfer's way as a short list, first to last.

use super::{Course, EndedHow, Transfer, TransferState, TransferStep, TransferStepState};
use chrono::NaiveDate;

impl Transfer {
    /// What happened, what is waited for and what is still to come, on `today`.
    pub(super) fn steps(&self, today: NaiveDate) -> Vec<TransferStep> {
        match &self.course {
            Course::Out(outgoing) => {
                let letter = &outgoing.letter;
                vec![
                    done("开具介绍信", letter.issued_on, &format!("{} → {}", letter.number, letter.addressee)),
                    self.last_step_out(today),
                ]
            }
            Course::In(incoming) => {
                let arrival = &incoming.arrival;
                let mut steps = vec![
                    done("对方开具介绍信", arrival.issued_on, &arrival.from_organization),
                    done("收到介绍信", arrival.received_on, ""),
                ];
                match &self.ended {
                    None => {
                        let note = format!("介绍信有效期至 {}", self.valid_to());
                        let state = waiting(self.valid_to() < today);
                        steps.push(step("本支部接收", None, &note, state));
                        steps.push(step("寄回回执", None, "", TransferStepState::Ahead));
                    }
                    Some(ended) if ended.how == EndedHow::Returned => {
                        steps.push(done("退回对方", ended.on, &ended.reason));
                    }
                    Some(ended) => {
                        steps.push(done("本支部接收", ended.on, ""));
                        steps.push(match incoming.receipt_sent_on {
                            Some(on) => done("寄回回执", on, ""),
                            None => step("寄回回执", None, "", TransferStepState::Current),
                        });
                    }
                }
                steps
            }
        }
    }

    fn last_step_out(&self, today: NaiveDate) -> TransferStep {
        let valid_to = self.valid_to();
        match (self.state_on(today), &self.ended) {
            (TransferState::MovedOut, Some(ended)) => done("对方接收，收到回执", ended.on, "党员转出"),
            (_, Some(ended)) => done("退回或撤回", ended.on, &ended.reason),
            (TransferState::Replaced, None) => step("另开了新的介绍信", None, "", TransferStepState::Done),
            (TransferState::Expired, None) => {
                let note = format!("已于 {valid_to} 过期，组织关系仍在本支部");
                step("等待回执", None, &note, TransferStepState::Late)
            }
            _ => step("等待回执", None, &format!("有效期至 {valid_to}"), TransferStepState::Current),
        }
    }
}

fn waiting(late: bool) -> TransferStepState {
    if late { TransferStepState::Late } else { TransferStepState::Current }
}

fn done(title: &str, on: NaiveDate, note: &str) -> TransferStep {
    step(title, Some(on), note, TransferStepState::Done)
}

fn step(title: &str, on: Option<NaiveDate>, note: &str, state: TransferStepState) -> TransferStep {
    TransferStep { title: title.to_owned(), on, note: note.to_owned(), state }
}
