//! A sweep as CSV (RFC 4180): a row a run, times in virtual ns.

use super::{Point, Sweep};
use crate::Figures;

/// The header and a row for each run that has figures. The axes' names are the first columns'.
pub fn csv(sweep: &Sweep, lines: &[Option<f64>], ran: &[(Point, Figures)]) -> String {
    let mut text = String::new();
    if let Some(lines) = &sweep.lines {
        text.push_str(&quoted(lines.axis.name()));
        text.push(',');
    }
    text.push_str(&quoted(sweep.range.axis.name()));
    text.push_str(
        ",ending,makespan_ns,start_up_ns,cpu_ns,waiting_ns,overhead_ns,gil_wait_ns,total_cpu_ns,\
         efficiency,unit,items,throughput_per_s,latency_p50_ns,latency_p90_ns,latency_p99_ns\r\n",
    );
    for (point, figures) in ran {
        if let Some(axis) = sweep.lines.as_ref().map(|lines| &lines.axis) {
            let value = lines.get(point.line).copied().flatten().unwrap_or(0.0);
            text.push_str(&quoted(&axis.label(value)));
            text.push(',');
        }
        let latency = figures.latency;
        let percentile = |of: fn(&crate::Latency) -> u64| {
            latency
                .as_ref()
                .map_or(String::new(), |latency| of(latency).to_string())
        };
        let columns = [
            quoted(&sweep.range.axis.label(point.x)),
            figures.ending.name().to_owned(),
            figures.makespan_ns.to_string(),
            figures.start_up_ns.to_string(),
            figures.cpu_ns.to_string(),
            figures.waiting_ns.to_string(),
            figures.overhead_ns.to_string(),
            figures.gil_wait_ns.to_string(),
            figures.total_cpu_ns.to_string(),
            format!("{:.6}", figures.efficiency),
            figures.unit.name().to_owned(),
            figures.items.to_string(),
            format!("{:.6}", figures.throughput_per_s),
            percentile(|latency| latency.p50_ns),
            percentile(|latency| latency.p90_ns),
            percentile(|latency| latency.p99_ns),
        ];
        text.push_str(&columns.join(","));
        text.push_str("\r\n");
    }
    text
}

/// A field, in quotes where it needs them.
fn quoted(field: &str) -> String {
    match field.contains([',', '"', '\r', '\n']) {
        true => format!("\"{}\"", field.replace('"', "\"\"")),
        false => field.to_owned(),
    }
}
