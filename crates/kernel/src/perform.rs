//! What each [`Op`] does to the machine.

use crate::chooser::pick_of;
use crate::thread::{Pending, Phase};
use crate::{Chooser, Guest, Kernel, Op, Reply};
use interleave_trace::{ChoiceKind, Outcome, ThreadId};

impl<G: Guest, C: Chooser> Kernel<G, C> {
    /// `thread`, which runs, asks for `op` now.
    pub(crate) fn perform(&mut self, thread: ThreadId, op: Op) -> Option<Outcome> {
        match op {
            Op::Spawn { name, daemon } => return self.spawn(thread, &name, daemon),
            Op::StartProcess {
                name,
                thread_name,
                copies,
            } => return self.start_process(thread, &name, &thread_name, copies),
            Op::ExitProcess {
                exit_code,
                exception,
            } => return self.exit_process(thread, exit_code, exception),
            Op::EndProcess { process, exit_code } => {
                self.end_process(thread, process, exit_code);
                if self.threads[thread.index()].process != process {
                    self.guest.reply(thread, Reply::Done);
                }
            }
            Op::Sleep { ns, state } => {
                self.step_aside(thread, Phase::Sleeping, state);
                let late_ns = ns.saturating_add(self.config.costs.timer_slack_ns);
                self.timers.set(thread, self.now_ns.saturating_add(late_ns));
            }
            Op::Syscall { ns } => {
                self.begin_syscall(thread);
                self.occupy(thread, ns, Pending::SyscallOver);
            }
            Op::Park {
                queue,
                deadline_ns,
                generation,
                object,
                holder,
            } => {
                self.park(thread, queue, deadline_ns, generation, object, holder);
            }
            Op::Wake { queue, count } => {
                let woken = self.wake(thread, queue, count);
                self.guest.reply(thread, Reply::Count(woken));
            }
            Op::Interrupt { thread: other } => {
                self.interrupt(other);
                self.guest.reply(thread, Reply::Done);
            }
            Op::SetSwitchInterval { ns } => {
                self.config.switch_interval_ns = ns;
                self.guest.reply(thread, Reply::Done);
            }
            Op::Choose { options } => {
                let picked = pick_of(
                    &mut self.chooser,
                    &mut self.recorder,
                    ChoiceKind::Guest,
                    options,
                    &[],
                );
                self.guest.reply(thread, Reply::Chosen(picked));
            }
        }
        None
    }

    fn spawn(&mut self, parent: ThreadId, name: &str, daemon: bool) -> Option<Outcome> {
        let full = self.thread_limit();
        if full.is_some() {
            return full;
        }
        let process = self.threads[parent.index()].process;
        let child = self.add_thread(process, name, Some(parent), daemon);
        let ready_ns = self
            .now_ns
            .saturating_add(self.config.costs.thread_start_ns);
        self.timers.set(child, ready_ns);
        self.guest.reply(parent, Reply::Thread(child));
        None
    }
}
