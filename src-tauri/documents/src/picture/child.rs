//! Scanned pages are drawn in a process of their own: a file that exhausts its stack, its memory or its time ends that
//! process, and nothing else.
//!
//! The process is the same program, started with a hidden argument. It reads the PDF from its input and writes pictures to
//! its output, so that nothing of it lies on a disk.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use zhibu_core::outside::PictureError;

use super::{MAX_FILE, pages};

/// What the program is started with.
const ASKED: &str = "--draw-scanned-pages";
/// Seconds of work for a page. The system counts them, so that a busy machine is not taken for a hostile file.
#[cfg(unix)]
const WORK: u64 = 10;
/// To the next page, by the clock: where the system does not count, and for what does not work and does not end.
const PATIENCE: Duration = Duration::from_secs(if cfg!(unix) { 120 } else { 10 });
/// How often one looks whether the user wants to stop.
const GLANCE: Duration = Duration::from_millis(50);
/// Bytes of memory.
#[cfg(unix)]
const MEMORY: u64 = 500 << 20;
/// Bytes of stack.
const STACK: usize = 16 << 20;
/// Bytes of one page.
const MAX_PAGE: usize = 32 << 20;

/// Every page, its longer side `edge` pixels, drawn by `program`.
///
/// # Errors
/// [`PictureError::Failed`] also where the process died, took too long, or `cancelled` was set.
pub(super) fn pages(
    program: &Path,
    pdf: &[u8],
    edge: u16,
    cancelled: &AtomicBool,
) -> Result<Vec<Vec<u8>>, PictureError> {
    if pdf.len() > MAX_FILE {
        return Err(PictureError::TooLarge(format!("超过 {} MB", MAX_FILE >> 20)));
    }
    let mut command = Command::new(program);
    command.args([ASKED, &edge.to_string()]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = Mortal(command.spawn().map_err(|_| failed("画页面的步骤没能开始"))?);
    let (Some(mut input), Some(output)) = (child.0.stdin.take(), child.0.stdout.take()) else {
        return Err(failed("画页面的步骤没能开始"));
    };
    thread::scope(|scope| {
        let (send, heard) = mpsc::channel();
        // Ends when the process has read all, or is gone.
        scope.spawn(move || drop(input.write_all(pdf)));
        scope.spawn(move || listen(output, &send));
        let drawn = wait(&heard, cancelled);
        drop(child);
        drawn
    })
}

/// The pages as they come.
fn wait(heard: &mpsc::Receiver<Word>, cancelled: &AtomicBool) -> Result<Vec<Vec<u8>>, PictureError> {
    let (mut pages, mut last) = (Vec::new(), Instant::now());
    loop {
        match heard.recv_timeout(GLANCE) {
            Ok(Word::Page(page)) => {
                pages.push(page);
                last = Instant::now();
            }
            Ok(Word::Done) => return Ok(pages),
            Ok(Word::Refused(error)) => return Err(error),
            Err(RecvTimeoutError::Disconnected) => return Err(failed("内容异常，画到一半中断了")),
            Err(RecvTimeoutError::Timeout) => {}
        }
        if cancelled.load(Ordering::Relaxed) {
            return Err(failed("已停止"));
        }
        if last.elapsed() > PATIENCE {
            return Err(failed("画得太久"));
        }
    }
}

fn failed(why: &str) -> PictureError {
    PictureError::Failed(why.to_owned())
}

/// A process that does not outlive its use.
struct Mortal(Child);

impl Drop for Mortal {
    fn drop(&mut self) {
        // Where it is gone already, both have nothing to do.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// What the process says: a sign, a length, so many bytes.
enum Word {
    Page(Vec<u8>),
    Done,
    Refused(PictureError),
}

/// Passes on what the process says, until it says no more or nothing that can be understood.
fn listen(mut output: ChildStdout, send: &mpsc::Sender<Word>) {
    while let Ok(word) = heard(&mut output) {
        if send.send(word).is_err() {
            return;
        }
    }
}

fn heard(output: &mut impl Read) -> io::Result<Word> {
    let mut head = [0; 5];
    output.read_exact(&mut head)?;
    let [sign, length @ ..] = head;
    let length = u32::from_le_bytes(length) as usize;
    if length > MAX_PAGE {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = vec![0; length];
    output.read_exact(&mut bytes)?;
    let text = |bytes| String::from_utf8(bytes).map_err(|_| io::Error::from(io::ErrorKind::InvalidData));
    Ok(match sign {
        b'p' => Word::Page(bytes),
        b'd' => Word::Done,
        b'n' => Word::Refused(PictureError::NotAPicture),
        b'l' => Word::Refused(PictureError::TooLarge(text(bytes)?)),
        b'f' => Word::Refused(PictureError::Failed(text(bytes)?)),
        _ => return Err(io::ErrorKind::InvalidData.into()),
    })
}

fn say(output: &mut impl Write, sign: u8, bytes: &[u8]) -> io::Result<()> {
    let length = u32::try_from(bytes.len()).map_err(|_| io::ErrorKind::InvalidData)?;
    output.write_all(&[sign])?;
    output.write_all(&length.to_le_bytes())?;
    output.write_all(bytes)?;
    output.flush()
}

/// Draws, where the program was started to draw; then it is done with everything. Called before anything else.
pub fn drawing_asked() -> Option<ExitCode> {
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() != Some(ASKED) {
        return None;
    }
    let edge = arguments.next().and_then(|edge| edge.parse().ok()).unwrap_or(1000);
    // A stack of a size that is known, on every system.
    let work = thread::Builder::new().stack_size(STACK).spawn(move || draw(edge));
    let done = work.is_ok_and(|work| work.join().is_ok_and(|drawn| drawn.is_ok()));
    Some(if done { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn draw(edge: u16) -> io::Result<()> {
    limit()?;
    let mut pdf = Vec::new();
    io::stdin().lock().take(MAX_FILE as u64 + 1).read_to_end(&mut pdf)?;
    let mut output = io::stdout().lock();
    let drawn = pages::pages(pdf, edge, |page| say(&mut output, b'p', &page).and_then(|()| more_time()).is_ok());
    match drawn {
        Ok(()) => say(&mut output, b'd', b""),
        Err(PictureError::TooLarge(how)) => say(&mut output, b'l', how.as_bytes()),
        Err(PictureError::Failed(why)) => say(&mut output, b'f', why.as_bytes()),
        Err(_) => say(&mut output, b'n', b""),
    }
}

/// No more memory than a scan needs, nothing written to a disk when it dies, and no life after the program.
#[cfg(unix)]
fn limit() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};

    let most = |bytes| Rlimit { current: Some(bytes), maximum: Some(bytes) };
    // Not the addresses: the window's libraries take as many without using any.
    setrlimit(Resource::Data, most(MEMORY))?;
    setrlimit(Resource::Core, most(0))?;
    setrlimit(Resource::Fsize, most(0))?;
    more_time()?;
    #[cfg(target_os = "linux")]
    rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL))?;
    Ok(())
}

/// Time for the next page.
#[cfg(unix)]
fn more_time() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    use rustix::time::{ClockId, clock_gettime};

    let used = clock_gettime(ClockId::ProcessCPUTime).tv_sec.unsigned_abs();
    let maximum = getrlimit(Resource::Cpu).maximum;
    Ok(setrlimit(Resource::Cpu, Rlimit { current: Some(used + WORK), maximum })?)
}

#[cfg(not(unix))]
fn more_time() -> io::Result<()> {
    Ok(())
}

/// Windows gives a process no such limits without a job object; time and stack are limited there all the same.
#[cfg(not(unix))]
fn limit() -> io::Result<()> {
    Ok(())
}
