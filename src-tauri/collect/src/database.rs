//! Opening the database.

use std::time::Duration;

use postgres::config::{Host, SslMode};
use postgres::{Client, Config, NoTls};

use crate::error::CollectError;

/// How long a server may take to answer at all.
const PATIENCE: Duration = Duration::from_secs(10);

/// What the server is to do about a worker that hangs or whose machine is gone: take its claims back after some minutes. Those
/// of them that a server does not know are left out.
const SETTINGS: &str = "SELECT set_config(name, wanted, false)
    FROM pg_settings
    JOIN (VALUES ('idle_in_transaction_session_timeout', '300000'), ('tcp_keepalives_idle', '30'),
        ('tcp_keepalives_interval', '10'), ('tcp_keepalives_count', '3')) AS setting (setting_name, wanted)
        ON name = setting_name";

/// Opens the database of an address; the password may stand in `PGPASSWORD`.
pub(crate) fn open(address: &str) -> Result<Client, CollectError> {
    let mut config: Config = address.parse().map_err(CollectError::BadAddress)?;
    if let Some(host) = config.get_hosts().iter().find_map(far)
        && config.get_ssl_mode() != SslMode::Disable
    {
        return Err(CollectError::InTheClear(host));
    }
    if let (None, Ok(password)) = (config.get_password(), std::env::var("PGPASSWORD")) {
        config.password(password);
    }
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(PATIENCE);
    }
    let mut db = config.application_name("zhibu-collect").connect(NoTls).map_err(CollectError::on_opening)?;
    let encoding: String = db.query_one("SELECT current_setting('server_encoding')", &[])?.try_get(0)?;
    if encoding != "UTF8" {
        return Err(CollectError::WrongEncoding(encoding));
    }
    db.execute(SETTINGS, &[])?;
    Ok(db)
}

/// The name of a host that is another machine.
fn far(host: &Host) -> Option<String> {
    match host {
        Host::Tcp(name) => {
            let is_here = name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback());
            (!is_here).then(|| name.clone())
        }
        #[cfg(unix)]
        Host::Unix(_) => None,
    }
}

/// A text as PostgreSQL can keep it, which knows no zero byte.
pub(crate) fn text(text: &str) -> String {
    text.replace('\0', "")
}
