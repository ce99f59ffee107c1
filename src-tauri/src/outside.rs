//! Puts the core and the documents together.

use std::error::Error;
use std::sync::Arc;

use zhibu_core::outside::{Clock, Outside, SystemClock};

use crate::desktop::ShellDesktop;

/// What the core borrows.
pub(crate) fn outside(desktop: Arc<ShellDesktop>) -> Result<Outside, Box<dyn Error>> {
    Ok(Outside { desktop, clock: clock()?, ..zhibu_documents::outside() })
}

/// The machine's clock; in debug builds `ZHIBU_TODAY=2026-11-23` makes it stand still.
fn clock() -> Result<Arc<dyn Clock>, Box<dyn Error>> {
    #[cfg(debug_assertions)]
    if let Ok(today) = std::env::var("ZHIBU_TODAY") {
        return Ok(Arc::new(zhibu_core::outside::FixedClock::on(today.parse()?)));
    }
    Ok(Arc::new(SystemClock))
}
