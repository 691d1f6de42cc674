package main

import (
	"encoding/json"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
)

// plan has the commands to run, as the lane writes them: stages one after the other, of each up to AtOnce commands at the same time, started in
// order.
type plan struct {
	AtOnce int          `json:"atOnce"`
	Stages [][][]string `json:"stages"`
}

func readPlan(file string) (plan, error) {
	var read plan
	text, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(text, &read)
	}

	return read, err
}

func (p plan) isSingle() bool { return len(p.Stages) == 1 && len(p.Stages[0]) == 1 }

// run returns the status of the first command that does not end with 0. The others are then in the middle of their guests, which only the end of
// the process can stop. One runtime runs commands side by side; each of several runs one at a time.
func (p plan) run(hosts []*host, command func(*host, []string) int) int {
	atOnce := p.AtOnce
	if len(hosts) > 1 {
		atOnce = min(atOnce, len(hosts))
	}

	for _, commands := range p.Stages {
		if status := runStage(commands, hosts, atOnce, command); status != 0 {
			return status
		}
	}

	return 0
}

func runStage(commands [][]string, hosts []*host, atOnce int, command func(*host, []string) int) int {
	var next atomic.Int64
	var working sync.WaitGroup
	failed := make(chan int, atOnce)
	for slot := range min(atOnce, len(commands)) {
		working.Go(func() {
			for own := next.Add(1) - 1; own < int64(len(commands)); own = next.Add(1) - 1 {
				if status := command(hosts[slot%len(hosts)], commands[own]); status != 0 {
					fmt.Fprintf(os.Stderr, "%s ended with exit status %d\n", last(commands[own]), status)
					failed <- status
					return
				}
			}
		})
	}

	done := make(chan struct{})
	go func() { working.Wait(); close(done) }()
	select {
	case status := <-failed:
		return status
	case <-done:
	}

	// Both may have been ready.
	select {
	case status := <-failed:
		return status
	default:
		return 0
	}
}

func last(command []string) string {
	if len(command) == 0 {
		return "a command"
	}

	return command[len(command)-1]
}
