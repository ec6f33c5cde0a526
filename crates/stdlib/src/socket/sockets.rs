//! Sockets, a part of the world: streams, datagrams and those that listen, by address. Source: Linux, socket(7), tcp(7),
//! unix(7). Knows no Python; an address is a text that the module makes.

use interleave_kernel::{Op, QueueId};
use interleave_python::disk::Errno;
use interleave_python::world::{Channel, Io, WaitQueue, WorldPart};
use std::collections::VecDeque;

/// Bytes that a stream takes before its reader has taken some. Source: Linux, net.core.rmem_default.
const CAPACITY_BYTES: usize = 212_992;
/// The first port that the system gives out by itself. Source: Linux, net.ipv4.ip_local_port_range.
const FIRST_FREE_PORT: u32 = 32_768;

/// What a socket is doing.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Stage {
    /// Nothing yet.
    Fresh,
    /// It takes connections; these wait to be accepted.
    Listening(VecDeque<u32>),
    /// A stream to that socket, if it is still there.
    Connected(Option<u32>),
}

/// A socket.
#[derive(Clone, Debug)]
pub(super) struct Socket {
    pub(super) is_stream: bool,
    pub(super) own: Option<String>,
    pub(super) peer: Option<String>,
    pub(super) stage: Stage,
    bytes: VecDeque<u8>,
    packets: VecDeque<(String, Vec<u8>)>,
    /// Nothing more comes, nothing more may be sent.
    is_at_end: bool,
    is_shut: bool,
    is_reset: bool,
    readers: WaitQueue,
    writers: WaitQueue,
    watchers: Vec<QueueId>,
}

impl Socket {
    pub(super) fn new(is_stream: bool, readers: WaitQueue, writers: WaitQueue) -> Socket {
        Socket {
            is_stream,
            own: None,
            peer: None,
            stage: Stage::Fresh,
            bytes: VecDeque::new(),
            packets: VecDeque::new(),
            is_at_end: false,
            is_shut: false,
            is_reset: false,
            readers,
            writers,
            watchers: Vec::new(),
        }
    }

    fn tell(&mut self, wakes: &mut Vec<QueueId>) {
        self.readers.wake(wakes);
        self.writers.wake(wakes);
        wakes.extend(&self.watchers);
    }
}

/// The machine's sockets, by number; a channel's number is its socket's.
#[derive(Clone, Debug, Default)]
pub(super) struct Sockets {
    all: Vec<Option<Socket>>,
    given_ports: u32,
}

impl Sockets {
    pub(super) fn add(&mut self, socket: Socket) -> u32 {
        let free = self.all.iter().position(Option::is_none);
        let index = free.unwrap_or_else(|| {
            self.all.push(None);
            self.all.len() - 1
        });
        self.all[index] = Some(socket);
        index as u32
    }

    pub(super) fn get(&self, number: u32) -> &Socket {
        self.all[number as usize]
            .as_ref()
            .expect("an open descriptor has its socket")
    }

    pub(super) fn get_mut(&mut self, number: u32) -> &mut Socket {
        self.all[number as usize]
            .as_mut()
            .expect("an open descriptor has its socket")
    }

    fn known_mut(&mut self, number: u32) -> Option<&mut Socket> {
        self.all.get_mut(number as usize)?.as_mut()
    }

    /// A port that nobody has.
    pub(super) fn free_port(&mut self) -> u32 {
        self.given_ports += 1;
        FIRST_FREE_PORT + self.given_ports % 28_000
    }

    /// Who has an address, among streams or among the others.
    pub(super) fn at(&self, address: &str, is_stream: bool) -> Option<u32> {
        let has = |socket: &Option<Socket>| {
            socket.as_ref().is_some_and(|socket| {
                socket.is_stream == is_stream
                    && socket.own.as_deref() == Some(address)
                    && !matches!(socket.stage, Stage::Connected(_) if is_stream)
            })
        };
        self.all.iter().position(has).map(|index| index as u32)
    }

    /// Makes `client` and a new socket of `listener`'s one stream. The new one waits to be accepted.
    pub(super) fn join(
        &mut self,
        client: u32,
        listener: u32,
        mut server: Socket,
        wakes: &mut Vec<QueueId>,
    ) {
        server.own = self.get(listener).own.clone();
        server.peer = self.get(client).own.clone();
        server.stage = Stage::Connected(Some(client));
        let accepted = self.add(server);
        let listener = self.get_mut(listener);
        let address = listener.own.clone();
        if let Stage::Listening(waiting) = &mut listener.stage {
            waiting.push_back(accepted);
        }
        listener.tell(wakes);
        let client = self.get_mut(client);
        client.peer = address;
        client.stage = Stage::Connected(Some(accepted));
    }

    /// Makes both ends of one stream.
    pub(super) fn pair(&mut self, one: u32, other: u32) {
        self.get_mut(one).stage = Stage::Connected(Some(other));
        self.get_mut(other).stage = Stage::Connected(Some(one));
    }

    /// Takes up to `count` bytes of a stream, or leaves them where it only looks.
    pub(super) fn take(
        &mut self,
        number: u32,
        count: usize,
        looks: bool,
        wakes: &mut Vec<QueueId>,
    ) -> Result<Io<Vec<u8>>, Errno> {
        let socket = self.get_mut(number);
        if socket.is_reset {
            socket.is_reset = false;
            return Err(Errno::ECONNRESET);
        }
        if !matches!(socket.stage, Stage::Connected(_)) {
            return Err(Errno::ENOTCONN);
        }
        if socket.bytes.is_empty() {
            return Ok(match socket.is_at_end {
                true => Io::Done(Vec::new()),
                false => Io::WouldBlock,
            });
        }
        let count = count.min(socket.bytes.len());
        if looks {
            return Ok(Io::Done(socket.bytes.iter().take(count).copied().collect()));
        }
        let taken = socket.bytes.drain(..count).collect();
        if let Stage::Connected(Some(peer)) = socket.stage
            && let Some(peer) = self.known_mut(peer)
        {
            peer.writers.wake(wakes);
            wakes.extend(&peer.watchers);
        }
        Ok(Io::Done(taken))
    }

    /// Sends bytes of a stream: how many.
    pub(super) fn send(
        &mut self,
        number: u32,
        data: &[u8],
        wakes: &mut Vec<QueueId>,
    ) -> Result<Io<usize>, Errno> {
        let socket = self.get_mut(number);
        let peer = match socket.stage {
            _ if socket.is_shut => return Err(Errno::EPIPE),
            Stage::Connected(Some(peer)) => peer,
            Stage::Connected(None) if socket.is_reset => {
                socket.is_reset = false;
                return Err(Errno::ECONNRESET);
            }
            Stage::Connected(None) => return Err(Errno::EPIPE),
            _ => return Err(Errno::ENOTCONN),
        };
        let Some(peer) = self.known_mut(peer) else {
            return Err(Errno::EPIPE);
        };
        let room = CAPACITY_BYTES - peer.bytes.len().min(CAPACITY_BYTES);
        if room == 0 && !data.is_empty() {
            return Ok(Io::WouldBlock);
        }
        let count = data.len().min(room);
        peer.bytes.extend(&data[..count]);
        peer.readers.wake(wakes);
        wakes.extend(&peer.watchers);
        Ok(Io::Done(count))
    }

    /// Sends a datagram; one to nobody is lost.
    pub(super) fn send_to(&mut self, from: &str, to: u32, data: Vec<u8>, wakes: &mut Vec<QueueId>) {
        let socket = self.get_mut(to);
        socket.packets.push_back((from.to_owned(), data));
        socket.tell(wakes);
    }

    /// Takes a datagram and who sent it.
    pub(super) fn take_packet(&mut self, number: u32) -> Option<(String, Vec<u8>)> {
        self.get_mut(number).packets.pop_front()
    }

    /// Ends one direction or both.
    pub(super) fn shut(
        &mut self,
        number: u32,
        reading: bool,
        writing: bool,
        wakes: &mut Vec<QueueId>,
    ) -> Result<(), Errno> {
        let socket = self.get_mut(number);
        let Stage::Connected(peer) = socket.stage else {
            return Err(Errno::ENOTCONN);
        };
        socket.is_at_end |= reading;
        socket.is_shut |= writing;
        socket.tell(wakes);
        if writing && let Some(peer) = peer.and_then(|peer| self.known_mut(peer)) {
            peer.is_at_end = true;
            peer.tell(wakes);
        }
        Ok(())
    }
}

impl WorldPart for Sockets {
    fn copy(&self) -> Box<dyn WorldPart> {
        Box::new(self.clone())
    }

    fn closed(&mut self, channel: Channel, wakes: &mut Vec<QueueId>) {
        let Some(socket) = self.all[channel.number as usize].take() else {
            return;
        };
        let unread = !socket.bytes.is_empty();
        match socket.stage {
            Stage::Connected(Some(peer)) => {
                if let Some(peer) = self.known_mut(peer) {
                    peer.stage = Stage::Connected(None);
                    peer.is_at_end = true;
                    peer.is_reset |= unread;
                    peer.tell(wakes);
                }
            }
            Stage::Listening(waiting) => {
                for number in waiting {
                    let part = channel.part;
                    self.closed(Channel { part, number }, wakes);
                }
            }
            _ => {}
        }
    }

    fn read(
        &mut self,
        channel: Channel,
        count: usize,
        wakes: &mut Vec<QueueId>,
    ) -> Result<Io<Vec<u8>>, Errno> {
        self.take(channel.number, count, false, wakes)
    }

    fn write(
        &mut self,
        channel: Channel,
        data: &[u8],
        wakes: &mut Vec<QueueId>,
    ) -> Result<Io<usize>, Errno> {
        self.send(channel.number, data, wakes)
    }

    fn can_read(&self, channel: Channel) -> bool {
        let socket = self.get(channel.number);
        match &socket.stage {
            Stage::Listening(waiting) => !waiting.is_empty(),
            _ => {
                !socket.bytes.is_empty()
                    || !socket.packets.is_empty()
                    || socket.is_at_end
                    || socket.is_reset
            }
        }
    }

    fn can_write(&self, channel: Channel) -> bool {
        let Stage::Connected(Some(peer)) = self.get(channel.number).stage else {
            return true;
        };
        let peer = self.all[peer as usize].as_ref();
        peer.is_none_or(|peer| peer.bytes.len() < CAPACITY_BYTES)
    }

    fn park(&mut self, channel: Channel, to_write: bool, deadline_ns: Option<u64>) -> Op {
        let socket = self.get_mut(channel.number);
        let queue = match to_write {
            true => &mut socket.writers,
            false => &mut socket.readers,
        };
        queue.park(deadline_ns, None, None)
    }

    fn leave(&mut self, channel: Channel, to_write: bool) {
        if let Some(socket) = self.known_mut(channel.number) {
            match to_write {
                true => socket.writers.leave(),
                false => socket.readers.leave(),
            }
        }
    }

    fn watch(&mut self, channel: Channel, queue: QueueId) {
        self.get_mut(channel.number).watchers.push(queue);
    }

    fn unwatch(&mut self, channel: Channel, queue: QueueId) {
        if let Some(socket) = self.known_mut(channel.number)
            && let Some(index) = socket.watchers.iter().position(|&known| known == queue)
        {
            socket.watchers.remove(index);
        }
    }
}
