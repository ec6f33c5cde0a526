//! The library: Python's modules for the machine, one folder each. A module declares itself as data; this file lists them
//! and knows nothing else about them.

mod abc;
mod aiofiles;
mod aiohttp;
mod argparse;
mod array;
mod ast;
mod asyncio;
mod atexit;
mod binascii;
mod bisect;
mod bs4;
mod calendar;
mod cmath;
mod codecs;
mod collections;
mod concurrent_futures;
mod configparser;
mod contextlib;
mod contextvars;
mod copy;
mod csv;
mod ctypes;
mod dataclasses;
mod datetime;
mod decimal;
mod elsewhere;
mod enums;
mod errno;
mod fileinput;
mod fnmatch;
mod fractions;
mod functools;
mod future;
mod gc;
mod getpass;
mod gettext;
mod gevent;
mod glob;
mod graphlib;
mod greenlet;
mod hashlib;
mod heapq;
mod host_class;
mod html;
mod http;
mod httpx;
mod importlib;
mod inspect;
mod io;
mod ipaddress;
mod itertools;
mod json;
mod locale;
mod logging;
mod math;
mod multiprocessing;
mod network;
mod numbers;
mod operator;
mod os;
mod pathlib;
mod pdb;
mod pickle;
mod platform;
mod pprint;
mod pydoc;
mod queue;
mod random;
mod re;
mod redis;
mod requests;
mod sched;
mod shutil;
mod signal;
mod socket;
mod source_function;
mod start;
mod starter;
mod starter_support;
mod stat;
mod statistics;
mod string;
mod structs;
mod subprocess;
mod sys;
mod tempfile;
mod textwrap;
mod threading;
mod time;
mod timeit;
mod traceback;
mod types;
mod typing;
mod unicodedata;
mod unittest;
mod urllib;
mod urllib3;
mod uuid;
mod warnings;
mod weakref;
mod words;
mod zlib;

use elsewhere::is_elsewhere;
pub use starter::{STARTER_IMPORTS, starter_has_all, starter_registry};

use interleave_python::vm::Registry;

/// Every module that a script can import.
pub fn registry() -> Registry {
    interleave_python::syntax::provide(interleave_python::syntax::Knowledge {
        character: unicodedata::character,
        nfkc: unicodedata::nfkc,
        words: interleave_python::syntax::words_for_errors,
    });
    let modules = [
        start::MODULES,
        contextlib::MODULES,
        contextvars::MODULES,
        logging::MODULES,
        abc::MODULES,
        atexit::MODULES,
        future::MODULES,
        traceback::MODULES,
        types::MODULES,
        unittest::MODULES,
        inspect::MODULES,
        argparse::MODULES,
        signal::MODULES,
        dataclasses::MODULES,
        enums::MODULES,
        typing::MODULES,
        warnings::MODULES,
        importlib::MODULES,
        time::MODULES,
        datetime::MODULES,
        calendar::MODULES,
        sys::MODULES,
        os::MODULES,
        io::MODULES,
        errno::MODULES,
        codecs::MODULES,
        gettext::MODULES,
        locale::MODULES,
        fileinput::MODULES,
        configparser::MODULES,
        csv::MODULES,
        ctypes::MODULES,
        fnmatch::MODULES,
        glob::MODULES,
        pathlib::MODULES,
        shutil::MODULES,
        tempfile::MODULES,
        stat::MODULES,
        random::MODULES,
        threading::MODULES,
        concurrent_futures::MODULES,
        concurrent_futures::PROCESS_MODULES,
        multiprocessing::MODULES,
        asyncio::MODULES,
        queue::NATIVE,
        queue::MODULES,
        greenlet::MODULES,
        gevent::MODULES,
        json::MODULES,
        ipaddress::MODULES,
        ast::MODULES,
        http::MODULES,
        pdb::MODULES,
        pydoc::MODULES,
        unicodedata::MODULES,
        urllib::MODULES,
        network::MODULES,
        aiohttp::MODULES,
        redis::MODULES,
        httpx::MODULES,
        aiofiles::MODULES,
        html::MODULES,
        bs4::MODULES,
        urllib3::MODULES,
        requests::MODULES,
        uuid::MODULES,
        words::MODULES,
        binascii::MODULES,
        zlib::MODULES,
        structs::MODULES,
        socket::MODULES,
        subprocess::MODULES,
        pickle::MODULES,
        hashlib::MODULES,
        re::MODULES,
        bisect::MODULES,
        collections::MODULES,
        functools::MODULES,
        heapq::MODULES,
        itertools::MODULES,
        math::MODULES,
        operator::MODULES,
        copy::MODULES,
        statistics::MODULES,
        string::MODULES,
        textwrap::MODULES,
        array::MODULES,
        cmath::MODULES,
        fractions::MODULES,
        getpass::MODULES,
        graphlib::MODULES,
        numbers::MODULES,
        platform::MODULES,
        pprint::MODULES,
        sched::MODULES,
        timeit::MODULES,
        gc::MODULES,
        weakref::MODULES,
        decimal::MODULES,
    ];
    let mut modules = modules.concat();
    starter_support::declare(&mut modules);
    Registry {
        modules,
        cpython_names: include_str!("cpython_names.txt"),
        elsewhere: Some(is_elsewhere),
        evaluation: Some(interleave_python::builtins::EVALUATION),
        compiled: Vec::new(),
    }
}
