//! A transfer's way as a short list, first to last.

use super::{Course, EndedHow, Transfer, TransferDay, TransferState, TransferStep, TransferStepState};
use crate::values::date_title;
use chrono::NaiveDate;

impl Transfer {
    /// What happened, what is waited for and what is still to come, on `today`.
    pub(super) fn steps(&self, today: NaiveDate) -> Vec<TransferStep> {
        match &self.course {
            Course::Out(outgoing) => {
                let letter = &outgoing.letter;
                let note = format!("{} → {}", letter.number, letter.addressee);
                vec![self.done("开具介绍信", TransferDay::Issued, letter.issued_on, &note), self.last_step_out(today)]
            }
            Course::In(incoming) => {
                let arrival = &incoming.arrival;
                let mut steps = vec![
                    self.done("对方开具介绍信", TransferDay::Issued, arrival.issued_on, &arrival.from_organization),
                    self.done("收到介绍信", TransferDay::Received, arrival.received_on, ""),
                ];
                match &self.ended {
                    None => {
                        let note = format!("介绍信有效期至{}", date_title(self.valid_to()));
                        let state = waiting(self.valid_to() < today);
                        steps.push(step("本支部接收", &note, state));
                        steps.push(step("寄回回执", "", TransferStepState::Ahead));
                    }
                    Some(ended) if ended.how == EndedHow::Returned => {
                        steps.push(self.done("退回对方", TransferDay::Ended, ended.on, &ended.reason));
                    }
                    Some(ended) => {
                        steps.push(self.done("本支部接收", TransferDay::Ended, ended.on, ""));
                        steps.push(match incoming.receipt_sent_on {
                            Some(on) => self.done("寄回回执", TransferDay::ReceiptSent, on, ""),
                            None => step("寄回回执", "", TransferStepState::Current),
                        });
                    }
                }
                steps
            }
        }
    }

    fn last_step_out(&self, today: NaiveDate) -> TransferStep {
        let valid_to = self.valid_to();
        let last_day = date_title(valid_to);
        match (self.state_on(today), &self.ended) {
            (TransferState::MovedOut, Some(ended)) => {
                self.done("对方接收，收到回执", TransferDay::Ended, ended.on, "党员转出")
            }
            (_, Some(ended)) => self.done("退回或撤回", TransferDay::Ended, ended.on, &ended.reason),
            (TransferState::Replaced, None) => self.replaced(valid_to),
            (TransferState::Expired, None) => {
                let note = format!("已于{last_day}过期，组织关系仍在本支部");
                step("等待回执", &note, TransferStepState::Late)
            }
            _ => step("等待回执", &format!("有效期至{last_day}"), TransferStepState::Current),
        }
    }

    /// Another letter took its place: because it had run out, or before that.
    fn replaced(&self, valid_to: NaiveDate) -> TransferStep {
        let newer = match &self.course {
            Course::Out(outgoing) => outgoing.replaced_by.map(|newer| newer.issued_on),
            Course::In(_) => None,
        };
        let expired = newer.is_some_and(|issued_on| valid_to < issued_on);
        let note = if expired { format!("原信已于{}过期", date_title(valid_to)) } else { String::new() };
        TransferStep { on: newer, ..step("另开了新的介绍信", &note, TransferStepState::Done) }
    }

    fn done(&self, title: &str, day: TransferDay, on: NaiveDate, note: &str) -> TransferStep {
        TransferStep { on: Some(on), day: self.corrected_here(day), ..step(title, note, TransferStepState::Done) }
    }
}

fn waiting(late: bool) -> TransferStepState {
    if late { TransferStepState::Late } else { TransferStepState::Current }
}

fn step(title: &str, note: &str, state: TransferStepState) -> TransferStep {
    TransferStep { title: title.to_owned(), on: None, note: note.to_owned(), state, day: None }
}
