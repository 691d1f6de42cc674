// The worker that embeds wazero. It runs the commands of a plan on one WASI module, compiled once per runtime, and leaves the phases, timed in
// here, in a file. One process per run: a trap or a runaway guest harms nothing. Exit status: the first failing guest's own, or 255 where no
// process can have it; 124 for a guest that was stopped at its deadline; 70 for a trap or a module that wazero refuses; 64 for wrong
// arguments.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"time"
)

const (
	stopped        = 124
	trapped        = 70
	wrongArguments = 64
	notAStatus     = 255
	pageBytes      = 64 << 10
	mostPages      = 64 << 10
)

const usage = "wazero-worker [--stop=none|cancel|host-calls] [--deadline=SECONDS] [--memory=BYTES] [--runtimes=N] " +
	"PHASE-FILE MODULE MEDIA OUTPUT CACHE PLAN-FILE"

// options say how wazero is embedded.
type options struct {
	stop     string
	deadline time.Duration
	pages    uint32
	runtimes int
}

// phases in seconds, as the lane reads them; null where a run had no such phase.
type phases struct {
	Compile     *float64 `json:"compileSeconds"`
	Load        *float64 `json:"loadSeconds"`
	Instantiate *float64 `json:"instantiateSeconds"`
	Execute     *float64 `json:"executeSeconds"`
	// What all threads of this process used of processors while a single command executed; null for several commands.
	ExecuteCPU *float64 `json:"executeCpuSeconds"`
}

func main() {
	chosen, files, err := parse(os.Args[1:])
	if err != nil {
		fmt.Fprintf(os.Stderr, "%v\nusage: %s\n", err, usage)
		os.Exit(wrongArguments)
	}

	var times phases
	status := run(chosen, files, &times)
	if status == 0 || status == stopped {
		if err := write(files[0], times); err != nil {
			fail(err)
		}
	}

	os.Exit(status)
}

func parse(arguments []string) (options, []string, error) {
	var chosen options
	flags := flag.NewFlagSet("", flag.ContinueOnError)
	flags.Usage = func() {}
	flags.StringVar(&chosen.stop, "stop", "none", "")
	deadline := flags.Float64("deadline", 3600, "")
	memory := flags.Uint64("memory", mostPages*pageBytes, "")
	flags.IntVar(&chosen.runtimes, "runtimes", 1, "")
	if err := flags.Parse(arguments); err != nil {
		return chosen, nil, err
	}

	chosen.deadline = time.Duration(*deadline * float64(time.Second))
	chosen.pages = uint32(min(*memory/pageBytes, mostPages))
	switch {
	case flags.NArg() != 6:
		return chosen, nil, fmt.Errorf("6 arguments are expected, %d were given", flags.NArg())
	case chosen.stop != "none" && chosen.stop != "cancel" && chosen.stop != "host-calls":
		return chosen, nil, fmt.Errorf("--stop=%s: wazero has none, cancel and host-calls", chosen.stop)
	case chosen.deadline <= 0 || chosen.pages == 0 || chosen.runtimes < 1:
		return chosen, nil, errors.New("--deadline and --runtimes must be above 0, --memory 65536 or more")
	}

	return chosen, flags.Args(), nil
}

func run(chosen options, files []string, times *phases) int {
	work, err := readPlan(files[5])
	if err != nil {
		fail(err)
	}

	hosts, err := load(chosen, files[1], files[4], times)
	if err != nil {
		return refused(err)
	}

	if work.isSingle() {
		return hosts[0].single(work.Stages[0][0], files[2], files[3], times)
	}

	start := time.Now()
	status := work.run(hosts, func(h *host, command []string) int { return h.single(command, files[2], files[3], &phases{}) })
	times.Execute = since(start)
	return status
}

func write(file string, times phases) error {
	text, err := json.Marshal(times)
	if err != nil {
		return err
	}

	return os.WriteFile(file, text, 0o644)
}

func since(start time.Time) *float64 {
	seconds := time.Since(start).Seconds()
	return &seconds
}

func refused(err error) int {
	fmt.Fprintf(os.Stderr, "refused: %v\n", err)
	return trapped
}

// fail ends the process for a fault of the machine or of the lane, none of the guest's.
func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
