//! The Chinese names of an enum's cases, written once for papers, sentences and the window.

/// Names every case of an enum: `ALL`, in the order of a list, and `title()`. What stands in the list of
/// `commands/typescript.rs` too reaches the window as `ui/src/ipc/words.ts`.
macro_rules! titled {
    ($name:ident { $( $case:ident => $title:literal ),+ $(,)? }) => {
        impl $name {
            /// Every case, in the order of a list.
            pub const ALL: [Self; [$( $title ),+].len()] = [$( Self::$case ),+];

            /// The Chinese name.
            pub fn title(self) -> &'static str {
                match self { $( Self::$case => $title, )+ }
            }
        }
    };
}

pub(crate) use titled;
